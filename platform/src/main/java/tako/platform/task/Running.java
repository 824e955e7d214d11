package tako.platform.task;

import java.time.Duration;

/**
 * What a node sees of a task that runs, on any node.
 *
 * @param grace how long it may take to stop after cancel was asked; zero if it was not
 */
record Running(String id, Lease lease, TaskState state, String node, Duration grace) {}
