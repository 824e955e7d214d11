package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.containers.ContainersRendering.Objects;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.YamlTexts;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;
import tools.jackson.databind.node.ObjectNode;

/** Turns the properties of a step of this family into its objects; collects all that is wrong before it refuses. */
final class ContainersRenderer {
    private static final List<String> OWNING =
            List.of(Labels.VERSION, Labels.PROJECT, Labels.STEP, Labels.ACTION, Labels.ENVIRONMENT, Labels.TENANT);

    private final RenderContext context;
    private final StepType type;
    private final Problems problems = new Problems();
    private final Scope scope;

    ContainersRenderer(RenderContext context, StepType type) {
        this.context = context;
        this.type = type;
        this.scope = scope();
    }

    private Scope scope() {
        Run run = Run.of(context.variables());
        var texts = new Texts(context.variables(), context.sensitive(), problems);
        var properties = Names.reachable(new Properties(context.properties(), texts, problems));
        Set<Feature> features = type.features(properties);
        Names names = type.hasWorkload()
                ? Names.ofContainers(properties, features, run)
                : Names.ofSingle(properties, features);
        Texts named = properties.texts().with(names.variables());
        var labels = new Labels(Labels.own(run, names.workload()), users(properties.with(named)));
        return new Scope(
                properties.with(named.with(Names.variables(labels))),
                features,
                run,
                names,
                labels,
                context.packages(),
                problems);
    }

    /** The labels of the user. */
    private SortedMap<String, String> users(Properties properties) {
        SortedMap<String, String> users = new TreeMap<>();
        Set<String> reserved = Labels.own(Run.of(context.variables()), "").keySet();
        for (KeyValue label : properties.pairs(Property.LABELS, "label")) {
            Optional<String> key = label.key().of(Format.LABEL_KEY);
            if (key.filter(reserved::contains).isPresent()) {
                problems.add("The label " + key.get() + " is the server's own. Remove it from the step's labels.");
            }
            key.ifPresent(
                    name -> users.put(name, label.value().of(Format.LABEL_VALUE).orElse("")));
        }
        return users;
    }

    /**
     * The rendering. Throws {@link RenderingRefused}.
     *
     * @param access reads where the cluster is from the variables; gets the namespace that the step names
     */
    ContainersRendering render(BiFunction<RenderContext, Optional<String>, ClusterAccess> access, YamlTexts yaml) {
        Optional<ClusterAccess> cluster = access(access);
        var options = new RolloutOptions(scope.properties());
        var apply = options.apply();
        if (!type.hasWorkload()) {
            Objects objects = single();
            return rendering(cluster, objects, Strategy.ROLLING_UPDATE, apply, options.check());
        }
        var workload = new WorkloadSection(scope);
        String namespace = cluster.map(ClusterAccess::namespace).orElse("default");
        Objects objects = objects(
                workload, new YamlFields(yaml, namespace, scope.properties().texts(), problems));
        StatusCheck check = options.check(workload.kind(), workload.strategy());
        return rendering(cluster, objects, workload.strategy(), apply, check);
    }

    private ContainersRendering rendering(
            Optional<ClusterAccess> cluster,
            Objects objects,
            Strategy strategy,
            ApplyOptions apply,
            StatusCheck check) {
        problems.refuse();
        return new ContainersRendering(
                cluster.orElseThrow(), objects, strategy, apply, check, owned(), instance(), problems.notes());
    }

    private Optional<ClusterAccess> access(BiFunction<RenderContext, Optional<String>, ClusterAccess> access) {
        try {
            return Optional.of(access.apply(
                    context, scope.properties().field(Property.NAMESPACE).of(Format.LABEL)));
        } catch (RenderingRefused refused) {
            refused.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    private Objects objects(WorkloadSection workload, YamlFields yaml) {
        var pods = new PodSection(scope, workload.kind(), new VolumeSection(scope, workload.kind(), yaml));
        Manifest object = workload.manifest(pods);
        var core = new Core(
                pods.feedSecrets().manifests(), new CustomSection(scope, yaml).manifests(), Optional.of(object));
        return around(core, service(scope.labels().selector(), pods.portNames()));
    }

    /** One part alone; a service finds pods by the labels that it names. */
    private Objects single() {
        ObjectNode selector =
                KeyValue.map(scope.properties().pairs(Property.SELECTOR_LABELS, "selector label"), Format.LABEL_KEY);
        return around(new Core(List.of(), List.of(), Optional.empty()), service(selector, List.of()));
    }

    /** What only a step with containers has. */
    private record Core(List<Manifest> feedSecrets, List<Manifest> customResources, Optional<Manifest> workload) {}

    private Objects around(Core core, Optional<Manifest> service) {
        var data = new DataSection(scope);
        var tls = new TlsSection(scope);
        boolean hasIngress = scope.has(Feature.INGRESS);
        return new Objects(
                core.feedSecrets(),
                data.configMap(),
                data.secret(),
                hasIngress ? tls.secrets() : List.of(),
                core.customResources(),
                core.workload(),
                service,
                hasIngress ? Optional.of(new IngressSection(scope, tls).manifest()) : Optional.empty());
    }

    private Optional<Manifest> service(ObjectNode selector, List<String> ports) {
        return scope.has(Feature.SERVICE)
                ? Optional.of(new ServiceSection(scope, selector, ports).manifest())
                : Optional.empty();
    }

    private Map<String, String> owned() {
        Map<String, String> owned = new TreeMap<>();
        OWNING.forEach(label -> owned.put(label, scope.labels().own().getOrDefault(label, "")));
        return owned;
    }

    private Map.Entry<String, String> instance() {
        String label = scope.run().runbookRun().isEmpty() ? Labels.DEPLOYMENT : Labels.RUNBOOK_RUN;
        return Map.entry(label, scope.labels().own().getOrDefault(label, ""));
    }
}
