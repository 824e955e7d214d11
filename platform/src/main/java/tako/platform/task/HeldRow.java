package tako.platform.task;

/**
 * What decides a task's next state, as a transaction finds it and holds it until it ends.
 *
 * @param recurs whether the next one is queued as this one ends
 * @param woken whether it was woken while it ran
 * @param losses how often its node was lost while it ran
 */
record HeldRow(
        String id,
        long epoch,
        long beat,
        String kind,
        boolean recurs,
        TaskState state,
        boolean woken,
        int attempt,
        int losses) {}
