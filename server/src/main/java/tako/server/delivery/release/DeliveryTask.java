package tako.server.delivery.release;

import tako.platform.task.TaskRow;

/**
 * A deployment's way with its task, and the version of its release.
 *
 * @param warned whether its log has warnings or errors
 */
public record DeliveryTask(Delivery delivery, TaskRow task, String releaseVersion, boolean warned) {}
