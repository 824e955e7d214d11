package tako.platform.task;

/** The proof that a run still has its node: the beat rises as long as the node lives. */
record Lease(long epoch, long beat) {}
