package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, the queue keeps its word. A seed that breaks something is printed with all that happened; {@code
 * -Dtest=TaskModelInMemoryTest -Dtako.model.seed=n} walks that one alone.
 */
class TaskModelInMemoryTest {
    private static final int SEEDS = 100_000;
    private static final ModelWalk WALK = ModelWalk.of(seed -> ModelStorage.inMemory());

    @Test
    @Tag("rule:task.fence")
    @Tag("rule:task.takeover-after-observed-silence")
    @Tag("rule:task.everything-ends")
    @Tag("rule:interruption.one-decision")
    @Tag("rule:interruption.never-approved-by-default")
    void no_interleaving_breaks_a_rule() {
        ModelSeeds.broken(WALK, SEEDS).ifPresent(seed -> fail(ModelSeeds.story(WALK, seed)));
    }

    @Test
    void a_seed_always_tells_the_same_story() {
        assertThat(WALK.told(7)).isEqualTo(WALK.told(7));
    }
}
