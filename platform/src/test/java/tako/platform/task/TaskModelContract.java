package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;

/**
 * The first seeds of the model on a database: nothing breaks, and each task ends as it does in memory. A seed alone: {@code
 * -Dtako.model.seed=n}, as in {@link TaskModelInMemoryTest}.
 */
abstract class TaskModelContract {
    private static final int SEEDS = 500;
    private static final ModelWalk IN_MEMORY = ModelWalk.of(seed -> ModelStorage.inMemory());

    /** A new, empty database. */
    abstract Database open();

    @Test
    @Tag("rule:task.fence")
    @Tag("rule:task.everything-ends")
    @Tag("rule:interruption.one-decision")
    @Tag("rule:interruption.never-approved-by-default")
    void no_interleaving_breaks_a_rule_or_ends_otherwise_than_in_memory() {
        try (Database database = open()) {
            ModelWalk walk = ModelWalk.of(seed -> {
                ModelStorage.clear(database);
                return ModelStorage.in(database);
            });
            ModelSeeds.first(SEEDS).forEach(seed -> {
                ModelWalk.Outcome outcome = walk.walk(seed);
                if (!outcome.broken().isEmpty()) {
                    throw new AssertionError(ModelSeeds.story(walk, seed));
                }
                assertThat(outcome.tasks())
                        .as("seed %d", seed)
                        .isEqualTo(IN_MEMORY.walk(seed).tasks());
            });
        }
    }
}
