package tako.e2e.kubernetes;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tako.e2e.Setup;
import tako.testbed.TestCluster;
import tools.jackson.databind.node.ObjectNode;

/** What tests of rollouts need, made through the API: an environment, a feed, and as many targets and projects as they ask for. */
final class RolloutSpace {
    private final Setup setup;
    private final TestCluster cluster;
    private final TutorialSpace shared;
    private final String environment;
    private final String feed;
    private final ObjectNode administrator;
    private final String authority;

    RolloutSpace(Setup setup, TestCluster cluster) {
        this.setup = setup;
        this.cluster = cluster;
        this.shared = new TutorialSpace(setup, cluster);
        this.environment = setup.environment("Dev");
        this.feed = shared.feed();
        this.administrator = object().put("AuthenticationType", "KubernetesCertificate")
                .put("ClientCertificate", shared.certificate("Administrator", cluster.clientPfx("")));
        this.authority = authority("Cluster", cluster.authority());
    }

    /**
     * The way of a target to its cluster.
     *
     * @param authority the id of the certificate that is trusted
     * @param authentication as the endpoint has it
     */
    record Way(URI url, String namespace, String authority, ObjectNode authentication) {
        Way to(URI other) {
            return new Way(other, namespace, authority, authentication);
        }

        Way trusting(String other) {
            return new Way(url, namespace, other, authentication);
        }

        Way as(ObjectNode other) {
            return new Way(url, namespace, authority, other);
        }
    }

    /** The id of the environment, whose name is Dev. */
    String environment() {
        return environment;
    }

    /** The administrator's straight way. */
    Way straight(String namespace) {
        return new Way(cluster.api(), namespace, authority, administrator);
    }

    /** Uploads the certificate of an authority; answers its id. */
    String authority(String name, String pem) {
        return shared.certificate(name + " CA", pem.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes an account; answers how an endpoint names it. */
    ObjectNode token(String name, String token) {
        var body = object().put("Name", name).put("AccountType", "Token");
        body.putObject("Token").put("HasValue", true).put("NewValue", token);
        return object().put("AuthenticationType", "KubernetesStandard")
                .put("AccountId", id(setup.create("accounts", body)));
    }

    /** Makes a target with a tag that is its name; answers its id. */
    String target(String name, Way way) {
        var body = object().put("Name", name);
        body.putArray("EnvironmentIds").add(environment);
        body.putArray("Roles").add(name);
        body.putObject("Endpoint")
                .put("CommunicationStyle", "Kubernetes")
                .put("ClusterUrl", way.url().toString())
                .put("ClusterCertificate", way.authority())
                .put("Namespace", way.namespace())
                .put("SkipTlsVerification", "False")
                .set("Authentication", way.authentication());
        return id(setup.create("machines", body));
    }

    /** Makes a project that deploys to the targets with a tag; answers its id. */
    String project(String name, String role, WebStep step) {
        var project = id(setup.create(
                "projects",
                object().put("Name", name)
                        .put("LifecycleId", setup.first("lifecycles"))
                        .put("ProjectGroupId", setup.first("projectgroups"))));
        var address = setup.path("projects/" + project + "/deploymentprocesses");
        var process = (ObjectNode) setup.wire().get(address).succeeded().json();
        process.putArray("Steps").add(step.json(role, feed));
        setup.wire().put(address, process).succeeded();
        return project;
    }

    /** Makes a release with this tag of the image; answers its id. */
    String release(String project, String version, String tag) {
        var channels = setup.wire()
                .get(setup.path("projects/" + project + "/channels"))
                .succeeded()
                .json();
        var body = object().put("ProjectId", project)
                .put("ChannelId", id(Setup.items(channels).getFirst()))
                .put("Version", version);
        body.putArray("SelectedPackages")
                .addObject()
                .put("ActionName", WebStep.NAME)
                .put("PackageReferenceName", WebStep.CONTAINER)
                .put("Version", tag);
        return id(setup.create("releases", body));
    }

    /** A target, a project and its first release, all in one; answers the deployment. */
    Setup.Deployment deploy(String name, Way way, WebStep step) {
        target(name, way);
        return setup.deploy(release(project(name, name, step), "1.0.0", "1"), environment);
    }

    /** The lines of a task's log below its steps. */
    static List<Line> lines(Setup setup, String task) {
        var lines = new ArrayList<Line>();
        var details = setup.wire()
                .get("/api/tasks/" + task + "/details?verbose=true&tail=1000")
                .succeeded()
                .json();
        details.path("ActivityLogs").forEach(root -> root.path("Children").forEach(step -> Line.collect(step, lines)));
        return lines;
    }
}
