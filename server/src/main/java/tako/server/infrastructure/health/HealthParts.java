package tako.server.infrastructure.health;

import tako.platform.log.LogStore;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Documents;
import tako.server.resource.Engine;

/** What health checks read and write. */
public record HealthParts(Engine engine, Documents<Machine> machines, LogStore logs, HealthSubjects subjects) {}
