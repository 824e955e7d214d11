package tako.server.delivery.run;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import tako.platform.log.Level;
import tako.platform.log.LogWriter;
import tako.platform.log.MaskedStream;
import tako.platform.log.Masking;
import tako.platform.log.NodeStatus;

/** A run's log: the tree of task, steps, targets and attempts. Every text is masked. */
final class RunLog {
    /** The node of the task itself. */
    static final String ROOT = "root";

    private final LogWriter writer;
    private final Masking mask;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final ShortSecrets shortSecrets;
    private final DuplicateWarnings duplicates;
    private boolean begun;

    /** @param before what the log holds already */
    RunLog(LogWriter writer, Masking mask, SaidBefore before) {
        this.writer = writer;
        this.mask = mask;
        this.shortSecrets = new ShortSecrets(before);
        this.duplicates = new DuplicateWarnings(before);
    }

    void begin(String title) {
        begun = true;
        open(ROOT, "", title);
    }

    /** For a run of which not even the title could be read. */
    void beginUnlessBegun(String title) {
        if (!begun) {
            begin(title);
        }
    }

    /** A line of the task itself. */
    void line(Level level, String text) {
        line(ROOT, level, text);
    }

    /** A line of a step. */
    void line(PlannedStep step, Level level, String text) {
        line(step(step), level, text);
    }

    /** A line of a node that is open. */
    void line(String node, Level level, String text) {
        masked(node, level, mask.mask(text));
    }

    /** A line that is masked already. */
    private void masked(String node, Level level, String text) {
        if (isWarning(level)) {
            warned.set(true);
        }
        writer.line(node, level, text);
    }

    /** Begins a stream of lines of a node. */
    MaskedStream<Level> stream(String node) {
        return mask.stream((level, text) -> masked(node, level, text));
    }

    /** Says, once for each, which sensitive values are too short to be hidden. */
    void tooShort(Collection<String> names) {
        shortSecrets.tell(names.stream().map(mask::mask).toList()).ifPresent(said -> line(said.level(), said.text()));
    }

    /** Warns, once for each, of variables with several values that nothing tells apart. */
    void duplicates(Collection<String> names) {
        duplicates.tell(names.stream().map(mask::mask).toList()).forEach(warning -> line(Level.WARNING, warning));
    }

    static boolean isWarning(Level level) {
        return switch (level) {
            case TRACE, VERBOSE, INFO, HIGHLIGHT, WAIT -> false;
            case WARNING, ERROR, FATAL -> true;
        };
    }

    /** Whether this run has written a warning or an error. */
    boolean warned() {
        return warned.get();
    }

    void open(PlannedStep step) {
        open(step(step), ROOT, step.title());
    }

    private void open(String node, String parent, String title) {
        writer.open(node, parent, mask.mask(title));
    }

    /** A step's turn has come; one that does not run says why. */
    void begin(PlannedStep step, StepTurn turn, Collection<String> warnings) {
        open(step);
        warnings.forEach(warning -> line(step, Level.WARNING, warning));
        turn.skipped().ifPresent(reason -> {
            line(step, Level.INFO, reason);
            close(step, ItemState.SKIPPED);
        });
    }

    void close(PlannedStep step, ItemState how) {
        writer.close(step(step), status(how, false));
    }

    /** Opens the nodes of an item that starts, and answers where its attempt writes. */
    ItemLog open(PlannedStep step, Item item) {
        open(target(item), step(step), item.id().target().isEmpty() ? "Server" : item.targetName());
        String node = item(step, item);
        if (!node.equals(target(item))) {
            PlannedAction action = step.actions().get(item.id().action());
            open(node, target(item), action.number() + ": " + action.action().label());
        }
        String attempt = attempt(step, item);
        if (!attempt.equals(node)) {
            open(attempt, node, "Attempt " + item.attempt());
        }
        return new ItemLog(this, attempt);
    }

    /** A line where an item's attempt writes; its nodes are open. */
    void line(PlannedStep step, Item item, Level level, String text) {
        line(attempt(step, item), level, text);
    }

    /** Closes the node of an attempt that failed, when the item goes on with another one. */
    void closeAttempt(PlannedStep step, Item item) {
        String attempt = attempt(step, item);
        if (!attempt.equals(item(step, item))) {
            writer.close(attempt, NodeStatus.FAILED);
        }
    }

    /** Closes the nodes of an item that has ended. */
    void close(PlannedStep step, Item item, boolean withWarning) {
        String node = item(step, item);
        NodeStatus status = status(item.state(), withWarning);
        if (!attempt(step, item).equals(node)) {
            writer.close(attempt(step, item), status);
        }
        writer.close(node, status);
    }

    /** Closes a target's node when all of its actions have ended. */
    void closeTarget(Item any, ItemState how) {
        writer.close(target(any), status(how, false));
    }

    void progress(int percentage, String message) {
        progress(ROOT, percentage, message);
    }

    /** How far a node is. */
    void progress(String node, int percentage, String message) {
        writer.progress(node, percentage, mask.mask(message));
    }

    void flush() {
        writer.flush();
    }

    void end(ItemState how) {
        writer.close(ROOT, status(how, warned()));
    }

    /** The node that an item's attempt writes to. */
    String attempt(PlannedStep step, Item item) {
        return item.attempt() <= 1 ? item(step, item) : item(step, item) + "/attempt-" + item.attempt();
    }

    static String step(PlannedStep step) {
        return "step-" + (step.position() + 1);
    }

    static String target(Item item) {
        String place = item.id().target().isEmpty() ? "server" : item.id().target();
        return "step-" + (item.id().step() + 1) + "/" + place;
    }

    private static String item(PlannedStep step, Item item) {
        return step.actions().size() == 1
                ? target(item)
                : target(item) + "/action-" + (item.id().action() + 1);
    }

    private static NodeStatus status(ItemState state, boolean withWarning) {
        return switch (state) {
            case PENDING -> NodeStatus.PENDING;
            case RUNNING, WAITING -> NodeStatus.RUNNING;
            case SUCCEEDED -> withWarning ? NodeStatus.SUCCESS_WITH_WARNING : NodeStatus.SUCCESS;
            case FAILED -> NodeStatus.FAILED;
            case SKIPPED -> NodeStatus.SKIPPED;
            case CANCELED -> NodeStatus.CANCELED;
        };
    }
}
