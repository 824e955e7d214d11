package tako.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.e2e.Setup.id;
import static tako.e2e.Setup.items;
import static tako.e2e.Setup.object;

import java.util.List;
import java.util.stream.StreamSupport;
import tako.e2e.Setup;
import tako.e2e.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests of {@code octo create-release --deployTo --waitForDeployment}, which the tutorial's action runs, in their order. It knows no
 * address but {@code /api}: all others are links that it was given.
 */
final class OctoClient {
    private final Wire wire;

    OctoClient(Wire wire) {
        this.wire = wire;
    }

    /**
     * What the action was asked for.
     *
     * @param packages lines of {@code StepName:PackageReference:Version}
     */
    record Order(String project, String version, String environment, List<String> packages) {}

    /** Creates the release, deploys it, and answers the id of the deployment's task. */
    String createReleaseAndDeploy(Order order) {
        var space = space();
        validate(space, order.environment());
        var project = named(space, "Projects", order.project());
        var channel = channel(project);
        var template = template(space, project, channel);
        var selected = selected(template, order.packages());
        latest(space, template);
        get(link(project, "DeploymentSettings"));
        var release = release(space, project, channel, order.version(), selected);
        return deploy(space, release, order.environment());
    }

    private JsonNode space() {
        var root = get("/api");
        assertThat(root.path("ApiVersion").asString()).isEqualTo("3.0.0");
        assertThat(root.at("/Links/Spaces").isMissingNode()).isFalse();
        var me = get("/api/users/me");
        var spaces = get(link(me, "Spaces"));
        var space = StreamSupport.stream(spaces.spliterator(), false)
                .filter(one -> one.path("IsDefault").asBoolean())
                .findFirst()
                .orElseThrow();
        return get(link(space, "SpaceHome"));
    }

    private void validate(JsonNode space, String environment) {
        get("/api/users/me");
        named(space, "Environments", environment);
    }

    private JsonNode named(JsonNode space, String collection, String name) {
        var page = get(expand(link(space, collection), "name", name));
        return items(page).stream()
                .filter(one -> one.path("Name").asString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + page));
    }

    private JsonNode channel(JsonNode project) {
        var channels = items(get(expand(link(project, "Channels"))));
        return channels.stream()
                .filter(channel -> channel.path("IsDefault").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode template(JsonNode space, JsonNode project, JsonNode channel) {
        var process = get(expandPath(
                link(space, "DeploymentProcesses"),
                project.path("DeploymentProcessId").asString()));
        return get(expand(link(process, "Template"), "channel", id(channel)));
    }

    /** The versions that were given, for the packages of the template. */
    private static List<ObjectNode> selected(JsonNode template, List<String> packages) {
        return StreamSupport.stream(template.path("Packages").spliterator(), false)
                .map(slot -> choice(slot, packages))
                .toList();
    }

    private static ObjectNode choice(JsonNode slot, List<String> packages) {
        var step = slot.path("ActionName").asString();
        var reference = slot.path("PackageReferenceName").asString("");
        var version = packages.stream()
                .filter(line -> line.startsWith(step + ":" + reference + ":"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No version for " + slot));
        return object().put("ActionName", step)
                .put("StepName", step)
                .put("PackageReferenceName", reference)
                .put("Version", version);
    }

    /** What octo asks for the newest version of each package; the answer is a bare array. */
    private void latest(JsonNode space, JsonNode template) {
        template.path("Packages").forEach(slot -> {
            var feeds = items(
                    get(expand(link(space, "Feeds"), "ids", slot.path("FeedId").asString())));
            var search = link(feeds.getFirst(), "SearchTemplate");
            var found = get(expand(
                    search,
                    "packageId",
                    slot.path("PackageId").asString(),
                    "partialMatch",
                    "false",
                    "includeMultipleVersions",
                    "false",
                    "take",
                    "1"));
            assertThat(found.isArray()).as("%s", found).isTrue();
            assertThat(found).hasSize(1);
        });
    }

    private JsonNode release(
            JsonNode space, JsonNode project, JsonNode channel, String version, List<ObjectNode> selected) {
        var body = object().put("ProjectId", id(project))
                .put("ChannelId", id(channel))
                .put("Version", version)
                .put("ReleaseNotes", "");
        selected.forEach(body.putArray("SelectedPackages")::add);
        var made = wire.post(expand(link(space, "Releases"), "ignoreChannelRules", "false"), body)
                .succeeded()
                .json();
        return get(link(made, "Self"));
    }

    private String deploy(JsonNode space, JsonNode release, String environment) {
        var template = get(link(release, "DeploymentTemplate"));
        get(expandPath(link(space, "Environments"), "all"));
        var promotion = StreamSupport.stream(template.path("PromoteTo").spliterator(), false)
                .filter(one -> one.path("Name").asString().equals(environment))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Cannot be deployed to " + environment + ": " + template));
        get(link(promotion, "Preview"));
        var body = object().put("EnvironmentId", id(promotion))
                .put("ReleaseId", id(release))
                .put("ForcePackageDownload", false)
                .put("UseGuidedFailure", false)
                .putNull("QueueTime")
                .putNull("QueueTimeExpiry")
                .putNull("TenantId");
        List.of("SkipActions", "SpecificMachineIds", "ExcludedMachineIds").forEach(body::putArray);
        body.putObject("FormValues");
        var made =
                wire.post(expand(link(space, "Deployments")), body).succeeded().json();
        var task = get(link(get(link(made, "Self")), "Task"));
        get(link(task, "Self"));
        get(expand(link(task, "Details")));
        return id(task);
    }

    private JsonNode get(String address) {
        return wire.get(address).succeeded().json();
    }

    private static String link(JsonNode document, String name) {
        var link = document.path("Links").path(name).asString("");
        assertThat(link).as("the link %s of %s", name, document).isNotEmpty();
        return link;
    }

    /** A template with a path segment in the place of its first expression, which names an id. */
    private static String expandPath(String template, String segment) {
        return template.replaceFirst("\\{/id}", "/" + segment).replaceAll("\\{[^}]*}", "");
    }

    /** A template with some of its query parameters given: names and values in turn. */
    private static String expand(String template, String... query) {
        var address = new StringBuilder(template.replaceAll("\\{[^}]*}", ""));
        for (int index = 0; index < query.length; index += 2) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(query[index])
                    .append('=')
                    .append(Setup.encoded(query[index + 1]));
        }
        return address.toString();
    }
}
