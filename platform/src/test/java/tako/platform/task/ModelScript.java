package tako.platform.task;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a task of the model does, as its payload says it.
 *
 * @param items a letter for each item, in order: {@code r} an effect outside that may be repeated, {@code o} one that may not, {@code w} a
 *     row written with its checkpoint, {@code l} work under a lock, {@code q} a question, {@code c} another task to wait for, {@code t} a
 *     time to wait for, {@code f} fails, {@code x} throws
 * @param keepsLocks whether its locks stay held while it is parked
 * @param stubborn whether it goes on when told to stop
 * @param untilDeadline whether it looks by itself when a question's deadline is over
 * @param parent the task that waits for it
 */
record ModelScript(String items, boolean keepsLocks, boolean stubborn, boolean untilDeadline, Optional<String> parent) {
    private static final String OFTEN = "rrowwllqqqct";
    private static final String SELDOM = "fx";

    static ModelScript random(RandomGenerator random) {
        StringBuilder items = new StringBuilder();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            items.append(OFTEN.charAt(random.nextInt(OFTEN.length())));
        }
        if (random.nextInt(12) == 0) {
            items.append(SELDOM.charAt(random.nextInt(SELDOM.length())));
        }
        boolean stubborn = random.nextInt(8) == 0;
        return new ModelScript(
                items.toString(), random.nextBoolean(), stubborn, random.nextBoolean(), Optional.empty());
    }

    /** What a task does that another one waits for. */
    static ModelScript child(String parent) {
        return new ModelScript("wr", false, false, false, Optional.of(parent));
    }

    String payload() {
        return items + "/" + keepsLocks + "/" + stubborn + "/" + untilDeadline + "/" + parent.orElse("");
    }

    static ModelScript of(TaskRow task) {
        String[] parts = task.payload().split("/", -1);
        return new ModelScript(
                parts[0],
                Boolean.parseBoolean(parts[1]),
                Boolean.parseBoolean(parts[2]),
                Boolean.parseBoolean(parts[3]),
                Optional.of(parts[4]).filter(parent -> !parent.isEmpty()));
    }
}
