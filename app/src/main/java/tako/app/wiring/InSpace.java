package tako.app.wiring;

import java.util.List;
import tako.platform.log.LogStore;
import tako.server.delivery.dashboard.SpaceDashboards;
import tako.server.delivery.interruption.SpaceInterruptions;
import tako.server.delivery.release.SpaceDeliveries;
import tako.server.delivery.run.SpaceRuns;
import tako.server.delivery.task.SpaceTasks;
import tako.server.infrastructure.health.SpaceHealth;
import tako.server.library.certificate.CertificateExpiryTask;
import tako.server.library.variableset.SpaceVariables;
import tako.server.projects.process.SpaceProcesses;
import tako.server.settings.mail.SpaceMails;
import tako.server.settings.space.SpaceContents;
import tako.server.settings.space.SpaceDocuments;

/** What features keep of a space. */
final class InSpace {
    private InSpace() {}

    /** From above downwards, in the order in which it is deleted: what points at something goes before it. */
    static List<SpaceContents> contents(Foundation foundation, LogStore logs) {
        return List.of(
                SpaceInterruptions.contents(),
                SpaceRuns.contents(),
                SpaceHealth.contents(),
                SpaceMails.contents(),
                new SpaceTasks(logs),
                SpaceDashboards.contents(),
                SpaceDeliveries.contents(),
                SpaceProcesses.contents(),
                SpaceVariables.contents(),
                CertificateExpiryTask.SPACE_CONTENTS,
                new SpaceDocuments(foundation.kinds));
    }
}
