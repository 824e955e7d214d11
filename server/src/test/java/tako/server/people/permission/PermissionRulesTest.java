package tako.server.people.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who holds which permission: every permission of the table, every kind of holder. */
class PermissionRulesTest {
    /** Every permission by which one only reads. A new name in the table stands here too, or nobody but administrators holds it. */
    private static final List<String> READING = List.of(
            "AccountView",
            "ActionTemplateView",
            "AiAgentTranscriptView",
            "ArtifactView",
            "CertificateView",
            "DeploymentView",
            "EnvironmentView",
            "EventRetentionView",
            "EventView",
            "FeedView",
            "GitCredentialView",
            "InsightsReportView",
            "InterruptionView",
            "LibraryVariableSetView",
            "LifecycleView",
            "MachinePolicyView",
            "MachineView",
            "PlatformHubView",
            "ProcessView",
            "ProjectGroupView",
            "ProjectView",
            "ProxyView",
            "ReleaseView",
            "RunbookRunView",
            "RunbookView",
            "SpaceView",
            "SshKnownHostsView",
            "SubscriptionView",
            "TargetTagView",
            "TaskView",
            "TeamView",
            "TelemetryView",
            "TenantView",
            "TriggerView",
            "UserRoleView",
            "UserView",
            "VariableView",
            "WorkerView");

    private static final Set<String> ALL =
            new TreeSet<>(PermissionNames.load().described().keySet());
    private static final List<String> PLACES = List.of("", "Spaces-1", "Spaces-2");
    private static final Set<String> ADMINISTRATORS = Set.of("teams-everyone", "teams-administrators");
    private static final Set<String> OTHERS = Set.of("teams-managers", "teams-spacemanagers-spaces-1", "teams-1");

    @Test
    void theServerHoldsEverything() {
        assertThat(held(new Holder.Server())).isEqualTo(ALL);
    }

    @Test
    void anAdministratorHoldsEverything() {
        assertThat(held(new Holder.Person(true, ADMINISTRATORS))).isEqualTo(ALL);
    }

    @Test
    void everyOtherActiveUserReadsAndDoesNothingElseWhateverTheTeams() {
        assertThat(held(new Holder.Person(true, Set.of()))).containsExactlyElementsOf(READING);
        assertThat(held(new Holder.Person(true, OTHERS))).containsExactlyElementsOf(READING);
    }

    @Test
    void whoIsNotActiveHoldsNothingNotEvenAsAnAdministrator() {
        assertThat(held(new Holder.Person(false, Set.of()))).isEmpty();
        assertThat(held(new Holder.Person(false, ADMINISTRATORS))).isEmpty();
    }

    @Test
    void whatThereIsNoPermissionForNobodyReadsByAName() {
        assertThat(PermissionRules.holds(new Holder.Person(true, Set.of()), "SecretView", ""))
                .isFalse();
    }

    @Test
    void aRefusalNamesThePermissionAndTheSpace() {
        assertThat(PermissionRules.refusal("ProjectEdit", "Spaces-1"))
                .contains("ProjectEdit", "in Spaces-1")
                .endsWith("Missing permission: ProjectEdit");
        assertThat(PermissionRules.refusal("TeamEdit", "")).doesNotContain(" in ");
    }

    /** What is held, which is the same in every space and of the system. */
    private static Set<String> held(Holder holder) {
        List<Set<String>> held =
                PLACES.stream().map(place -> held(holder, place)).toList();
        assertThat(Set.copyOf(held)).hasSize(1);
        return held.getFirst();
    }

    private static Set<String> held(Holder holder, String place) {
        var held = new TreeSet<>(ALL);
        held.removeIf(permission -> !PermissionRules.holds(holder, permission, place));
        return held;
    }
}
