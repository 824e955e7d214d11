package tako.e2e.kubernetes;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.util.List;
import java.util.function.Consumer;
import tako.e2e.Setup;
import tools.jackson.databind.node.ObjectNode;

/** What the tutorial's second half has people add: a lifecycle, a sign-off and a mail. */
final class SecondHalf {
    /** The lifecycle's name. */
    static final String LIFECYCLE = "Dev, Test, and Prod";

    /** The name of the step that asks. */
    static final String SIGN_OFF = "Deployment Sign Off";

    /** The name of the step that sends a mail, and its subject. */
    static final String MAIL = "Random quotes deployment status";

    /** The mail's text as the tutorial prints it, which lacks the end of its loop. */
    static final String PRINTED_BODY = """
            Deployment to #{Octopus.Environment.Name}
            #{each step in Octopus.Step}
            StepName: #{step}
            Status: #{step.Status.Code}
            """;

    /** The same with the end. */
    static final String BODY = PRINTED_BODY + "#{/each}";

    private final Setup setup;

    SecondHalf(Setup setup) {
        this.setup = setup;
    }

    /** Makes the lifecycle in which Dev may be left out, and answers its id. */
    String lifecycle() {
        var body =
                object().put("Name", LIFECYCLE).put("Description", "Progression from the Dev to the Prod environments");
        var phases = body.putArray("Phases");
        for (String name : List.of("Dev", "Test", "Prod")) {
            phases.addObject()
                    .put("Name", name)
                    .put("IsOptionalPhase", name.equals("Dev"))
                    .put("MinimumEnvironmentsBeforePromotion", 0)
                    .putArray("OptionalDeploymentTargets")
                    .add(id(setup.named("environments", name)));
        }
        return id(setup.create("lifecycles", body));
    }

    /** Has a project pass another lifecycle. */
    void changeLifecycle(String project, String lifecycle) {
        var address = setup.path("projects/" + project);
        var document = (ObjectNode) setup.wire().get(address).succeeded().json();
        setup.wire().put(address, document.put("LifecycleId", lifecycle)).succeeded();
    }

    /** Adds steps at the end of a project's process. */
    void add(String project, ObjectNode... steps) {
        change(project, process -> List.of(steps).forEach(process.withArray("Steps")::add));
    }

    /** Changes a project's process. */
    void change(String project, Consumer<ObjectNode> change) {
        var address = setup.path("projects/" + project + "/deploymentprocesses");
        var process = (ObjectNode) setup.wire().get(address).succeeded().json();
        change.accept(process);
        setup.wire().put(address, process).succeeded();
    }

    /** Makes a release in the project's only channel, and answers its id. */
    String release(String project, String version, boolean withImage) {
        var channel = setup.wire()
                .get(setup.path("projects/" + project + "/channels"))
                .succeeded()
                .json()
                .at("/Items/0");
        var body =
                object().put("ProjectId", project).put("ChannelId", id(channel)).put("Version", version);
        if (withImage) {
            body.putArray("SelectedPackages")
                    .addObject()
                    .put("ActionName", TutorialSpace.STEP)
                    .put("PackageReferenceName", "randomquotes")
                    .put("Version", version);
        }
        return id(setup.create("releases", body));
    }

    /** The step that asks the members of a team, but not in Dev. */
    ObjectNode signOff(String team) {
        var step = step(SIGN_OFF, "Octopus.Manual");
        properties(step)
                .put(
                        "Octopus.Action.Manual.Instructions",
                        "Open the application and confirm it meets all the requirements.")
                .put("Octopus.Action.Manual.ResponsibleTeamIds", team)
                .put("Octopus.Action.Manual.BlockConcurrentDeployments", "False");
        return step;
    }

    /** The step that sends a mail whatever happened, but not in Dev. */
    ObjectNode mail(String body) {
        var step = step(MAIL, "Octopus.Email").put("Condition", "Always");
        properties(step)
                .put("Octopus.Action.Email.To", "stakeholder@example.org")
                .put("Octopus.Action.Email.Subject", MAIL)
                .put("Octopus.Action.Email.Body", body)
                .put("Octopus.Action.Email.IsHtml", "False")
                .put("Octopus.Action.Email.Priority", "Normal");
        return step;
    }

    private ObjectNode step(String name, String type) {
        var step = object().put("Name", name).put("Condition", "Success").put("StartTrigger", "StartAfterPrevious");
        var action = step.putArray("Actions").addObject().put("Name", name).put("ActionType", type);
        action.putArray("ExcludedEnvironments").add(id(setup.named("environments", "Dev")));
        action.putObject("Properties").put("Octopus.Action.RunOnServer", "true");
        return step;
    }

    private static ObjectNode properties(ObjectNode step) {
        return (ObjectNode) step.at("/Actions/0/Properties");
    }
}
