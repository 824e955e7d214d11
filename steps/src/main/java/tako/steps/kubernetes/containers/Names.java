package tako.steps.kubernetes.containers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The computed names of a step's objects; "" for what it does not make.
 *
 * @param workload the workload's
 * @param configMap the config map's
 * @param secret the secret's
 */
record Names(String workload, String configMap, String secret) {
    private static final String COMPUTED = Property.PREFIX + "Computed";

    /** The properties with the names that the step gives among the variables, so that other names can be made of them. */
    static Properties reachable(Properties properties) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(
                        Property.DEPLOYMENT_NAME,
                        Property.SERVICE_NAME,
                        Property.INGRESS_NAME,
                        Property.CONFIG_MAP_NAME,
                        Property.SECRET_NAME)
                .forEach(name -> properties
                        .written(name)
                        .ifPresent(text -> names.put(name.keys().getFirst(), text)));
        return properties.with(properties.texts().with(names));
    }

    /** The names of a step that deploys containers: what belongs to one deployment alone ends with its id. */
    static Names ofContainers(Properties properties, Set<Feature> features, Run run) {
        boolean ownObject = properties
                .choice(Property.STYLE)
                .filter("BlueGreen"::equals)
                .filter(WorkloadKind.of(properties).styles()::contains)
                .isPresent();
        Field name = properties.field(Property.DEPLOYMENT_NAME);
        String workload = name.given() ? name.of(Format.SUBDOMAIN).orElse("") : "";
        return new Names(
                ownObject ? suffixed(workload, run) : workload,
                features.contains(Feature.CONFIG_MAP)
                        ? data(properties, Property.CONFIG_MAP_NAME, Property.CONFIG_MAP_NAME_TEMPLATE, run)
                        : "",
                features.contains(Feature.SECRET)
                        ? data(properties, Property.SECRET_NAME, Property.SECRET_NAME_TEMPLATE, run)
                        : "");
    }

    /** The names of a step that makes one config map or secret: as given, unless a template says otherwise. */
    static Names ofSingle(Properties properties, Set<Feature> features) {
        return new Names(
                "",
                features.contains(Feature.CONFIG_MAP)
                        ? given(properties, Property.CONFIG_MAP_NAME, Property.CONFIG_MAP_NAME_TEMPLATE)
                        : "",
                features.contains(Feature.SECRET)
                        ? given(properties, Property.SECRET_NAME, Property.SECRET_NAME_TEMPLATE)
                        : "");
    }

    private static String data(Properties properties, Property name, Property template, Run run) {
        return template(properties, template).orElseGet(() -> suffixed(named(properties, name), run));
    }

    private static String given(Properties properties, Property name, Property template) {
        return template(properties, template).orElseGet(() -> named(properties, name));
    }

    /** A template is a property, or a variable of the same name. */
    private static Optional<String> template(Properties properties, Property template) {
        Field property = properties.field(template);
        Field variable = new Field(
                template.title(),
                properties.texts().variable(template.keys().getFirst()).map(Text::node),
                properties.problems());
        return property.isGiven() ? property.of(Format.SUBDOMAIN) : variable.of(Format.SUBDOMAIN);
    }

    private static String named(Properties properties, Property name) {
        Field field = properties.field(name);
        return field.given() ? field.of(Format.SUBDOMAIN).orElse("") : "";
    }

    /** A name that belongs to one deployment or run. */
    static String suffixed(String name, Run run) {
        return name.isEmpty() || run.suffix().isEmpty() ? name : name + "-" + run.suffix();
    }

    /** The names as variables that every field may use. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(COMPUTED + "DeploymentName", workload);
        variables.put(COMPUTED + "ConfigMapName", configMap);
        variables.put(COMPUTED + "SecretName", secret);
        return variables;
    }

    /** The labels as a variable that every field may use. */
    static Map<String, String> variables(Labels labels) {
        return Map.of(COMPUTED + "Labels", JsonTexts.text(labels.node()));
    }
}
