package tako.server.delivery.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;

/** The descriptor of deployments: newest first, filtered by where they went. */
public final class DeploymentKind {
    /** The descriptor. */
    public static final Kind<Deployment> KIND = Kind.of(Deployment.class, "Deployment", "Deployments", "deployment")
            .names(new Kind.Names(200, false, false))
            .order("number desc")
            .owner(Deployment::releaseId)
            .references(deployment -> Stream.concat(
                    Reference.from("EnvironmentId", deployment.environmentId()),
                    Reference.from("ReleaseId", deployment.releaseId())))
            .scopings(DeploymentKind::scopings)
            .links(DeploymentKind::links)
            .example(Map.of("ReleaseId", "Releases-1", "EnvironmentId", "Environments-1"))
            .build();

    private DeploymentKind() {}

    private static Stream<Scoping> scopings(Deployment deployment) {
        return Stream.concat(
                Stream.of(
                        new Scoping("project", deployment.projectId()),
                        new Scoping("environment", deployment.environmentId()),
                        new Scoping("channel", deployment.channelId()),
                        new Scoping("release", deployment.releaseId())),
                Optional.ofNullable(deployment.tenantId()).map(id -> new Scoping("tenant", id)).stream());
    }

    private static Map<String, String> links(Deployment deployment) {
        var links = new LinkedHashMap<String, String>();
        links.put("Release", "{space}/releases/" + deployment.releaseId());
        links.put("Environment", "{space}/environments/" + deployment.environmentId());
        links.put("Project", "{space}/projects/" + deployment.projectId());
        links.put("Task", "/api/tasks/" + deployment.taskId());
        links.put("Artifacts", "{space}/artifacts?regarding=" + deployment.id());
        links.put("Interruptions", "{space}/interruptions?regarding=" + deployment.id());
        links.put("DeploymentProcess", "{space}/deploymentprocesses/" + deployment.deploymentProcessId());
        links.put("Web", "/app#/" + deployment.spaceId() + "/deployments/" + deployment.id());
        return links;
    }
}
