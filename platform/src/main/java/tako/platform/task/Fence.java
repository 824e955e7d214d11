package tako.platform.task;

/** What a run writes under: the task is its own only while the row has this epoch and runs. */
record Fence(String id, long epoch) {
    static Fence of(TaskRow claimed) {
        return new Fence(claimed.id(), claimed.epoch());
    }
}
