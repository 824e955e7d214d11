package tako.platform.task;

import java.util.Set;

/** A handler made of a function. */
public record TestHandler(String kind, Slot slot, Set<Integer> formats, Body body) implements TaskHandler {
    /** What it does. */
    @FunctionalInterface
    public interface Body {
        TaskResult run(TaskRun run) throws InterruptedException;
    }

    /** Takes work slots and reads format 1. */
    public static TestHandler of(String kind, Body body) {
        return new TestHandler(kind, Slot.WORK, Set.of(1), body);
    }

    /** Takes chore slots and reads format 1. */
    public static TestHandler chore(String kind, Body body) {
        return new TestHandler(kind, Slot.CHORE, Set.of(1), body);
    }

    @Override
    public TaskResult run(TaskRun run) throws InterruptedException {
        return body.run(run);
    }
}
