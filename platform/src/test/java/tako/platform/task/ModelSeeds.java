package tako.platform.task;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Which seeds a test of the model walks: from 1 on, or the one that {@code -Dtako.model.seed} names. */
final class ModelSeeds {
    private ModelSeeds() {}

    static LongStream first(int count) {
        Long one = Long.getLong("tako.model.seed");
        return one == null ? LongStream.rangeClosed(1, count) : LongStream.of(one);
    }

    /** The first seed whose walk breaks something. */
    static OptionalLong broken(ModelWalk walk, int count) {
        return first(count)
                .parallel()
                .filter(seed -> !walk.walk(seed).broken().isEmpty())
                .findFirst();
    }

    /** What broke and how it came to that. */
    static String story(ModelWalk walk, long seed) {
        ModelWalk.Outcome outcome = walk.told(seed);
        return "Seed " + seed + " (again with -Dtako.model.seed=" + seed + "): " + outcome.broken() + "\n"
                + String.join("\n", outcome.trace());
    }
}
