package tako.server.delivery.deployment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.delivery.release.Delivery;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;

/** The events of deployments. That one was made is the event that it was queued. */
final class DeploymentEvents {
    /** The server itself. */
    static final Principal SYSTEM = new Principal("users-system", "system", "", "", "Server");

    private DeploymentEvents() {}

    /** An engine of documents whose creation is told in the words that clients filter by. */
    static Engine told(Engine engine) {
        return new Engine(
                engine.database(),
                engine.mapper(),
                engine.catalogue(),
                engine.permissions(),
                queuedInsteadOfCreated(engine.audit()),
                engine.secrets(),
                engine.notices(),
                engine.clock());
    }

    private static AuditLog queuedInsteadOfCreated(AuditLog audit) {
        return (tx, who, entry) -> audit.record(tx, who, entry.category().equals("Created") ? queued(entry) : entry);
    }

    /** Writes what happened to a deployment by itself. */
    static void record(AuditLog audit, Tx tx, String category, Delivery delivery, String message) {
        List<String> regards = Stream.of(
                        delivery.deployment(),
                        delivery.project(),
                        delivery.release(),
                        delivery.environment(),
                        delivery.channel(),
                        delivery.task())
                .filter(id -> !id.isEmpty())
                .toList();
        audit.record(tx, SYSTEM, AuditLog.Entry.of(category, delivery.space(), message, regards));
    }

    private static AuditLog.Entry queued(AuditLog.Entry created) {
        List<String> regards = created.after().stream()
                .flatMap(json -> Stream.of("Id", "ProjectId", "ReleaseId", "EnvironmentId", "ChannelId", "TaskId")
                        .map(member -> json.path(member).asString("")))
                .filter(id -> !id.isEmpty())
                .toList();
        String name =
                created.after().map(json -> json.path("Name").asString("")).orElse("");
        return new AuditLog.Entry(
                "DeploymentQueued", created.space(), name + " was queued", regards, Optional.empty(), created.after());
    }
}
