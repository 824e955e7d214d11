package tako.platform.task;

/** One compare-and-set: a task as it was seen, and what it becomes. */
record Step(HeldRow row, Next next) {
    boolean releases() {
        return !next.keepLocks();
    }

    boolean ends() {
        return next.to().ended();
    }

    boolean queues() {
        return next.to() == TaskState.QUEUED;
    }
}
