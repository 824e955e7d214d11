package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tako.octostache.Variables;
import tako.platform.secret.Secret;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderContext.FeedInUse;
import tako.server.delivery.step.RenderContext.PackageInUse;
import tako.server.delivery.step.RenderContext.Target;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.manifest.YamlTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A step of this family that grows property by property, deployed by {@code Deployments-21}. */
final class ContainersBench {
    static final FeedInUse HUB = new FeedInUse("Feeds-DockerHub", "Docker", "index.docker.io", "", Secret.of(""));
    static final FeedInUse PRIVATE =
            new FeedInUse("Feeds-7", "Docker", "registry.example.org:5000/team", "puller", Secret.of("tiger-lily"));
    private static final YAMLMapper YAML = new YAMLMapper();

    private final StepType type;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> sensitive = new TreeSet<>();
    private final List<PackageInUse> packages = new ArrayList<>();

    private ContainersBench(StepType type) {
        this.type = type;
        variables.put("Octopus.Action.Id", "ca042dbb-0f3e-4c5a-9d51-3f7c2f0d3b11");
        variables.put("Octopus.Step.Id", "1968cd33-7a6c-4a55-8f3e-52f0cc2a9b42");
        variables.put("Octopus.Deployment.Id", "Deployments-21");
        variables.put("Octopus.Environment.Id", "Environments-1");
        variables.put("Octopus.Environment.Name", "Dev");
        variables.put("Octopus.Project.Id", "Projects-1");
    }

    static ContainersBench step(StepType type) {
        return new ContainersBench(type);
    }

    /** A deployment named web of one container named web. */
    static ContainersBench web() {
        return step(StepType.CONTAINERS)
                .with("DeploymentName", "web")
                .container("")
                .image("web", "acme/web", "1.2.3", HUB);
    }

    /** With the only container, named web, and more members of it. */
    ContainersBench container(String members) {
        return with("Containers", "[{\"Name\":\"web\"" + (members.isEmpty() ? "" : "," + members) + "}]");
    }

    /** With a property, named in short or in whole. */
    ContainersBench with(String name, String value) {
        properties.put(name.startsWith("Octopus.") ? name : Property.PREFIX + name, value);
        return this;
    }

    ContainersBench without(String name) {
        properties.remove(Property.PREFIX + name);
        return this;
    }

    ContainersBench feature(String name) {
        properties.merge(
                "Octopus.Action.EnabledFeatures",
                "Octopus.Features.Kubernetes" + name,
                (old, more) -> old + "," + more);
        return this;
    }

    ContainersBench variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    ContainersBench secret(String name, String value) {
        sensitive.add(name);
        return variable(name, value);
    }

    ContainersBench image(String name, String id, String version, FeedInUse feed) {
        packages.removeIf(image -> image.name().equals(name));
        packages.add(new PackageInUse(name, id, version, feed));
        return this;
    }

    /** The same with its properties and variables in the opposite order. */
    ContainersBench backwards() {
        var other = new ContainersBench(type);
        other.properties.putAll(new LinkedHashMap<>(properties).reversed());
        other.variables.clear();
        other.variables.putAll(new LinkedHashMap<>(variables).reversed());
        other.sensitive.addAll(sensitive);
        other.packages.addAll(packages);
        return other;
    }

    RenderContext context() {
        return new RenderContext(
                "Deploy",
                type.actionType(),
                properties,
                Variables.of(variables),
                sensitive,
                Optional.of(new Target("Machines-1", "Dev cluster", "Kubernetes", Set.of("k8s"))),
                packages);
    }

    ContainersRendering render() {
        return handler().render(context());
    }

    ObjectNode workload() {
        return render().objects().workload().orElseThrow().json();
    }

    ObjectNode pod() {
        return (ObjectNode) workload().at("/spec/template/spec");
    }

    /** The only container. */
    JsonNode onlyContainer() {
        return pod().at("/containers/0");
    }

    List<String> problems() {
        RenderingRefused refused = catchThrowableOfType(RenderingRefused.class, this::render);
        return refused == null ? List.of() : refused.problems();
    }

    ContainersStep handler() {
        return ContainersStep.all(new ContainersStep.Parts(
                        ContainersBench::access, new PlainYaml(), (rendering, run) -> new Outcome.Succeeded()))
                .stream()
                .filter(step -> step.actionTypes().contains(type.actionType()))
                .findFirst()
                .orElseThrow();
    }

    private static ClusterAccess access(RenderContext context, Optional<String> namespace) {
        return new ClusterAccess(
                "https://cluster.example.org",
                new ClusterAccess.Trust.SystemTrust(),
                new ClusterAccess.Identity.Token(Secret.of("t")),
                namespace.orElse("default"));
    }

    /** YAML that is nobody's attack. */
    private static final class PlainYaml implements YamlTexts {
        @Override
        public List<ObjectNode> objects(String text, String namespace) {
            return Stream.of(text.split("(?m)^---$")).map(this::mapping).toList();
        }

        @Override
        public ObjectNode mapping(String text) {
            if (YAML.readTree(text) instanceof ObjectNode mapping) {
                return mapping;
            }
            throw new RenderingRefused(List.of("This is no mapping. Write name: value."));
        }
    }
}
