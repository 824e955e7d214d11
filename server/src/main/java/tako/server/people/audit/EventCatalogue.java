package tako.server.people.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words by which events are filtered. Ids are those that clients send; names are for people. */
final class EventCatalogue {
    private static final Map<String, String> NO_LINKS = Map.of();

    /** A word. */
    record Word(String id, String name, Map<String, String> links) {
        static Word of(String id, String name) {
            return new Word(id, name, NO_LINKS);
        }
    }

    /** Several categories under one name. */
    record Group(String id, String name, List<String> eventCategories, Map<String, String> links) {
        static Group of(String id, String name, String... categories) {
            return new Group(id, name, List.of(categories), NO_LINKS);
        }
    }

    static final List<Word> CATEGORIES = List.of(
            Word.of("Created", "Document created"),
            Word.of("Modified", "Document modified"),
            Word.of("Deleted", "Document deleted"),
            Word.of("DeploymentQueued", "Deployment queued"),
            Word.of("DeploymentStarted", "Deployment started"),
            Word.of("DeploymentSucceeded", "Deployment succeeded"),
            Word.of("DeploymentFailed", "Deployment failed"),
            Word.of("DeploymentResumed", "Deployment resumed"),
            Word.of("AutoDeployBlocked", "Automatic deployment not made"),
            Word.of("RunbookRunQueued", "Runbook run queued"),
            Word.of("RunbookRunStarted", "Runbook run started"),
            Word.of("RunbookRunSucceeded", "Runbook run succeeded"),
            Word.of("RunbookRunFailed", "Runbook run failed"),
            Word.of("TaskCanceled", "Task cancelled"),
            Word.of("GuidedFailureInterruptionRaised", "Guidance asked for after a failure"),
            Word.of("ManualInterventionInterruptionRaised", "Manual intervention asked for"),
            Word.of("InterruptionSubmitted", "Question of a task answered"),
            Word.of("LoginSucceeded", "Sign-in succeeded"),
            Word.of("LoginFailed", "Sign-in failed"),
            Word.of("MachineAdded", "Target added"),
            Word.of("MachineDeleted", "Target deleted"),
            Word.of("MachineEnabled", "Target enabled"),
            Word.of("MachineDisabled", "Target disabled"),
            Word.of("MachineHealthy", "Target found healthy"),
            Word.of("MachineHasWarnings", "Target found healthy, with warnings"),
            Word.of("MachineUnhealthy", "Target found unhealthy"),
            Word.of("MachineUnavailable", "Target not reached"),
            Word.of("MachineCleanupFailed", "Cleaning up a target failed"),
            Word.of("CertificateExpiry20DayWarning", "Certificate expires within 20 days"),
            Word.of("CertificateExpiry10DayWarning", "Certificate expires within 10 days"),
            Word.of("CertificateExpired", "Certificate expired"),
            Word.of("CertificatePrivateKeyExported", "Private key of a certificate exported"));

    static final List<Group> GROUPS = List.of(
            Group.of("Document", "Changes of documents", "Created", "Modified", "Deleted"),
            Group.of(
                    "Deployment",
                    "Deployments",
                    "DeploymentQueued",
                    "DeploymentStarted",
                    "DeploymentSucceeded",
                    "DeploymentFailed",
                    "DeploymentResumed",
                    "GuidedFailureInterruptionRaised",
                    "ManualInterventionInterruptionRaised"),
            Group.of("AutoDeployCritical", "Automatic deployments that need somebody", "AutoDeployBlocked"),
            Group.of(
                    "DeploymentCritical",
                    "Deployments that need somebody",
                    "DeploymentFailed",
                    "GuidedFailureInterruptionRaised",
                    "ManualInterventionInterruptionRaised"),
            Group.of(
                    "Machine",
                    "Targets",
                    "MachineAdded",
                    "MachineDeleted",
                    "MachineEnabled",
                    "MachineDisabled",
                    "MachineHealthy",
                    "MachineHasWarnings",
                    "MachineUnhealthy",
                    "MachineUnavailable",
                    "MachineCleanupFailed"),
            Group.of(
                    "MachineCritical",
                    "Targets that need somebody",
                    "MachineHasWarnings",
                    "MachineUnhealthy",
                    "MachineUnavailable",
                    "MachineCleanupFailed"),
            Group.of(
                    "CertificateExpiry",
                    "Certificates that end",
                    "CertificateExpiry20DayWarning",
                    "CertificateExpiry10DayWarning",
                    "CertificateExpired"));

    private EventCatalogue() {}

    /** The categories, with those of groups in place of the groups. */
    static List<String> categories(List<String> categories, List<String> groups) {
        Stream<String> ofGroups = GROUPS.stream()
                .filter(group -> groups.stream().anyMatch(group.id()::equalsIgnoreCase))
                .flatMap(group -> group.eventCategories().stream());
        return Stream.concat(categories.stream(), ofGroups).distinct().toList();
    }
}
