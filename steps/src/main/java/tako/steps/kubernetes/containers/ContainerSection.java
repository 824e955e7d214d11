package tako.steps.kubernetes.containers;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** One container of the pods. */
final class ContainerSection {
    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
    private final Scope scope;
    private final Item container;
    private final VolumeSection volumes;

    ContainerSection(Scope scope, Item container, VolumeSection volumes) {
        this.scope = scope;
        this.container = container;
        this.volumes = volumes;
    }

    ObjectNode container() {
        var probes = new ProbeSection(container);
        var environment = new EnvironmentSection(scope, container);
        return new ObjectDraft()
                .with("name", container.field("Name").required(Format.LABEL))
                .with(
                        "image",
                        Images.reference(container, scope.packages(), scope.problems())
                                .map(Text::plain)
                                .map(Text::node))
                .with("command", container.texts("Command"))
                .with("args", container.texts("Args"))
                .with("ports", ports())
                .with("env", environment.variables())
                .with("envFrom", environment.sources())
                .withFilled("resources", new ResourcesSection(container).resources())
                .with("volumeMounts", mounts())
                .with("livenessProbe", probes.probe("LivenessProbe", "liveness probe"))
                .with("readinessProbe", probes.probe("ReadinessProbe", "readiness probe"))
                .with("startupProbe", probes.probe("StartupProbe", "startup probe"))
                .withFilled("lifecycle", new LifecycleSection(container).lifecycle())
                .with(
                        "terminationMessagePath",
                        container.field("TerminationMessagePath").node(Format.LINE))
                .with(
                        "terminationMessagePolicy",
                        container.field("TerminationMessagePolicy").word(MESSAGE_POLICIES))
                .with("securityContext", new ContainerSecuritySection(container).context())
                .node();
    }

    private List<ObjectNode> ports() {
        List<KeyValue> ports = container.pairs("Ports", "port");
        scope.problems()
                .addDoubles(
                        ports.stream()
                                .flatMap(port -> port.key().text().stream())
                                .map(Text::shown),
                        "port",
                        " in the " + container.where());
        return ports.stream().map(ContainerSection::port).toList();
    }

    private static ObjectNode port(KeyValue port) {
        port.value().given();
        return new ObjectDraft()
                .with("name", port.key().node(Format.PORT_NAME))
                .with("containerPort", port.value().port())
                .with("protocol", port.option().word(PROTOCOLS))
                .node();
    }

    private List<ObjectNode> mounts() {
        return container.pairs("VolumeMounts", "mount").stream()
                .map(this::mount)
                .toList();
    }

    private ObjectNode mount(KeyValue mount) {
        mount.key()
                .text()
                .map(Text::shown)
                .filter(name -> !volumes.mountable().contains(name))
                .ifPresent(unknown -> scope.problems()
                        .add("The " + mount.where() + " names the volume \"" + unknown
                                + "\", which the step does not have. Add the volume, or name another one."));
        return new ObjectDraft()
                .with("name", mount.key().required(Format.LABEL))
                .with("mountPath", mount.value().required(Format.LINE))
                .with("subPath", mount.option().node(Format.LINE))
                .with(
                        "readOnly",
                        mount.option2().truth().filter(JsonNode::asBoolean).map(_ -> BooleanNode.TRUE))
                .node();
    }
}
