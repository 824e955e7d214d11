package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.reference;
import static tako.server.projects.process.Processes.withPackages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.octostache.Variables;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RenderContext.FeedInUse;
import tako.server.delivery.step.RenderContext.PackageInUse;
import tako.server.delivery.step.RenderingRefused;
import tako.server.projects.process.Action;
import tako.server.projects.variable.Candidate;

/** Which packages an action uses, and what its variables say of them. */
class ActionPackagesTest {
    private static final FeedInUse REGISTRY =
            new FeedInUse("Feeds-1", "Docker", "registry.example.org:5000/team", "ada", Secret.of("pa55word"));
    private static final Variables VARIABLES = Variables.of(Map.of("Image", "randomquotes"));

    private static Action deploy(String packageId) {
        return withPackages(action("Deploy", "Octopus.KubernetesDeployContainers"), reference("web", packageId));
    }

    private static RunSpec spec(ChosenPackage... chosen) {
        return new RunSpec(
                "Deployments-1",
                "Spaces-1",
                "Deploy",
                "",
                List.of(),
                new RunSpec.Place("Projects-1", "Environments-1", Optional.empty(), Optional.empty()),
                RunSpec.Choices.NONE,
                List.of(chosen),
                Map.of());
    }

    private static List<PackageInUse> packages(Action action, RunSpec spec, Optional<FeedInUse> feed) {
        return new ActionPackages(named -> feed, spec).of(action, VARIABLES);
    }

    @Test
    void a_package_has_the_version_that_the_release_chose_for_its_action_and_reference() {
        var spec = spec(
                new ChosenPackage("Other", "web", "9.9.9"),
                new ChosenPackage("deploy", "WEB", "1.2.3"),
                new ChosenPackage("Deploy", "", "8.8.8"));
        assertThat(packages(deploy("#{Image}"), spec, Optional.of(REGISTRY)))
                .containsExactly(new PackageInUse("web", "randomquotes", "1.2.3", REGISTRY));
    }

    @Test
    void a_release_without_its_version_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> packages(deploy("randomquotes"), spec(), Optional.of(REGISTRY)))
                .isInstanceOf(RenderingRefused.class)
                .hasMessage("The release chose no version of the package 'randomquotes'."
                        + " It was created before the step used it: create a new release.");
    }

    @Test
    void a_feed_that_is_gone_is_refused_by_name() {
        assertThatThrownBy(() -> packages(
                        deploy("randomquotes"), spec(new ChosenPackage("Deploy", "web", "1")), Optional.empty()))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("'feeds-builtin'")
                .hasMessageContaining("create a new release");
    }

    @Test
    void variables_name_image_and_registry_and_keep_the_password_secret() {
        var used = packages(
                deploy("randomquotes"), spec(new ChosenPackage("Deploy", "web", "1.2.3")), Optional.of(REGISTRY));
        assertThat(ActionPackages.variables(used))
                .containsEntry("Octopus.Action.Package[web].Image", "registry.example.org:5000/team/randomquotes:1.2.3")
                .containsEntry("Octopus.Action.Package[web].Registry", "registry.example.org:5000/team")
                .containsEntry("Octopus.Action.Package[web].PackageVersion", "1.2.3")
                .containsEntry("Octopus.Action.Package[web].Feed.Password", "pa55word")
                .doesNotContainKey("Octopus.Action.Package.PackageId");
        assertThat(ActionPackages.candidates(used).stream()
                        .filter(Candidate::isSensitive)
                        .map(Candidate::name))
                .containsExactly("Octopus.Action.Package[web].Feed.Password");
    }
}
