package tako.e2e.transcript;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two recordings of the command line client. The project is called P1, but its slug is another, so that looking for it by name fails at
 * first, as it was recorded.
 */
final class CliScene implements Scene {
    private static final String SLUG = "the-first";

    private final Setup setup;
    private final ProjectScene project;
    private final Map<String, Runnable> beforeSections;
    private final Set<String> begun = new HashSet<>();

    private CliScene(Setup setup, Map<String, Runnable> beforeSections) {
        this.setup = setup;
        this.project = new ProjectScene(setup, "P1");
        this.beforeSections = beforeSections;
    }

    /** The first recording makes most things itself. */
    static CliScene first(Setup setup) {
        var scene = new ProjectScene(setup, "P1");
        return new CliScene(
                setup,
                Map.of(
                        "octopus project list", () -> complete(setup, scene),
                        "octopus deployment-target list", () -> addMachines(setup),
                        "octopus release create (channel, packages, notes, ignore-existing)",
                                () -> addPackage(setup, scene.project()),
                        "octopus release deploy (all options) -f json",
                                () -> scene.deployments()
                                        .forEach(deployment -> setup.succeeds(
                                                deployment.path("TaskId").asString()))));
    }

    /** The second goes on where the first ended. */
    static CliScene second(Setup setup) {
        setup.environment("Dev");
        var production = setup.environment("Prod");
        setup.machine("k1", "web", production);
        var project = setup.project("P1", new ScriptedStep("step1", "", "echo hello"));
        slug(setup, project);
        setup.release(project, "1.0.0");
        setup.release(project, "1.0.1");
        return new CliScene(setup, Map.of());
    }

    private static void complete(Setup setup, ProjectScene scene) {
        var project = scene.project();
        slug(setup, project);
        setup.process(
                project,
                new ScriptedStep("step1", "", "echo hello"),
                new ScriptedStep("step2", "web", "echo from #{Octopus.Machine.Name}"));
        addPrompt(setup, project);
    }

    private static void slug(Setup setup, String project) {
        var address = setup.path("projects/" + project);
        var document = (ObjectNode) setup.wire().get(address).succeeded().json();
        setup.wire().put(address, document.put("Slug", SLUG)).succeeded();
    }

    private static void addPrompt(Setup setup, String project) {
        var address = setup.path("variables/variableset-" + project);
        var set = (ObjectNode) setup.wire().get(address).succeeded().json();
        var variable = set.withArray("Variables").addObject();
        variable.put("Name", "A").put("Value", "").put("Type", "String").putObject("Scope");
        variable.putObject("Prompt").put("Label", "A").put("Required", false);
        setup.wire().put(address, set).succeeded();
    }

    /** A step with a package, for later releases than the one that is deployed. */
    private static void addPackage(Setup setup, String project) {
        var feed = setup.create(
                "feeds",
                object().put("Name", "Images").put("FeedType", "Docker").put("FeedUri", "http://registry.example.org"));
        var address = setup.path("projects/" + project + "/deploymentprocesses");
        var process = (ObjectNode) setup.wire().get(address).succeeded().json();
        var action = process.withArray("Steps")
                .addObject()
                .put("Name", "step")
                .putArray("Actions")
                .addObject()
                .put("Name", "step")
                .put("ActionType", "Octopus.Script");
        action.putObject("Properties")
                .put("Octopus.Action.RunOnServer", "true")
                .put("Octopus.Action.Script.ScriptSource", "Inline")
                .put("Octopus.Action.Script.Syntax", "Bash")
                .put("Octopus.Action.Script.ScriptBody", "echo hello");
        action.putArray("Packages")
                .addObject()
                .put("Name", "pkg")
                .put("PackageId", "pkg")
                .put("FeedId", id(feed))
                .put("AcquisitionLocation", "NotAcquired");
        setup.wire().put(address, process).succeeded();
    }

    private static void addMachines(Setup setup) {
        var environments =
                new String[] {id(setup.named("environments", "Dev")), id(setup.named("environments", "Prod"))};
        setup.machine("k1", "web", environments);
        setup.machine("k2", "web", environments);
    }

    @Override
    public Names names() {
        return project.names()
                .with("Machines-1", () -> id(setup.named("machines", "k1")))
                .with("\"Slug\":\"p1\"", () -> "\"Slug\":\"" + SLUG + "\"")
                .with("2026-12-01T10:00:00", () -> inHours(1))
                .with("2026-12-01T11:00:00", () -> inHours(2));
    }

    private static String inHours(int hours) {
        return LocalDateTime.now(Clock.systemUTC())
                .plusHours(hours)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    @Override
    public void before(RecordedCall call) {
        if (begun.add(call.section())) {
            beforeSections.getOrDefault(call.section(), () -> {}).run();
        }
    }
}
