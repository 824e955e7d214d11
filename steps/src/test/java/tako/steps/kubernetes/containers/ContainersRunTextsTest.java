package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;

/** What a failed stage means for those behind it. */
class ContainersRunTextsTest {
    @Test
    void a_part_that_fails_stops_everything() {
        assertThat(ContainersRunTexts.consequences(ContainersRunStage.PARTS, rendering(Strategy.ROLLING_UPDATE)))
                .containsExactly(
                        "The Deployment was not created or updated.",
                        "The service web was not updated.",
                        "The ingress rules for door were not updated.",
                        "The previous config maps were not removed.",
                        "The previous secrets were not removed.",
                        "The previous custom resources were not removed.");
    }

    @Test
    void a_failed_rollout_of_blue_green_leaves_the_traffic_where_it_was() {
        assertThat(ContainersRunTexts.consequences(ContainersRunStage.ROLLOUT, rendering(Strategy.BLUE_GREEN)))
                .startsWith(
                        "The Deployment web-2 failed.",
                        "The service web was not updated, and does not point to the failed Deployment, meaning the blue/green swap was not performed.",
                        "The ingress rules for door were not updated.",
                        "The previous Deployments were not removed.");
    }

    @Test
    void a_failed_service_leaves_the_ingress_as_it_was() {
        assertThat(ContainersRunTexts.consequences(ContainersRunStage.SERVICE, rendering(Strategy.RECREATE)))
                .startsWith("The service web was not updated.", "The ingress rules for door were not updated.")
                .doesNotContain("The Deployment was not created or updated.");
    }

    @Test
    void a_failed_ingress_and_a_failed_check_say_only_what_comes_after() {
        assertThat(ContainersRunTexts.consequences(ContainersRunStage.INGRESS, rendering(Strategy.RECREATE)))
                .startsWith("The ingress rules for door were not updated.")
                .doesNotContain("The service web was not updated.");
        assertThat(ContainersRunTexts.consequences(ContainersRunStage.CHECK, rendering(Strategy.RECREATE)))
                .startsWith("The Deployment web-2 failed.", "The previous config maps were not removed.");
    }

    private static ContainersRendering rendering(Strategy strategy) {
        return new ContainersRendering(
                new ClusterAccess(
                        "https://k",
                        new ClusterAccess.Trust.SystemTrust(),
                        new ClusterAccess.Identity.Token(Secret.of("t")),
                        "dev"),
                new ContainersRendering.Objects(
                        List.of(),
                        Optional.of(named("ConfigMap", "settings")),
                        Optional.of(named("Secret", "keys")),
                        List.of(),
                        List.of(named("Widget", "w")),
                        Optional.of(named("Deployment", "web-2")),
                        Optional.of(named("Service", "web")),
                        Optional.of(named("Ingress", "door"))),
                strategy,
                ApplyOptions.STANDARD,
                new StatusCheck.None(),
                Map.of(),
                Map.entry("run", "r2"),
                List.of());
    }

    private static Manifest named(String kind, String name) {
        return manifest("{kind: " + kind + ", metadata: {name: " + name + "}}");
    }
}
