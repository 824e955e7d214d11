package tako.server.delivery.release;

import tako.platform.task.TaskRow;

/** A deployment's way with its task, and the version of its release. */
public record DeliveryTask(Delivery delivery, TaskRow task, String releaseVersion) {}
