package tako.server.delivery.step;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;

/** The steps that this server can carry out, as clients choose among them. */
public final class StepCatalogue {
    private static final String VIEW = "ActionTemplateView";
    private static final Category KUBERNETES = new Category("kubernetes", "Kubernetes", 10, Map.of());
    private static final Category SCRIPT = new Category("script", "Script", 20, Map.of());
    private static final Category OTHER = new Category("other", "Other", 30, Map.of());

    private static final List<Step> KNOWN = List.of(
            Step.of("Octopus.KubernetesDeployContainers", "Deploy Kubernetes containers", KUBERNETES),
            Step.of("Octopus.KubernetesDeployRawYaml", "Deploy raw Kubernetes YAML", KUBERNETES),
            Step.of("Octopus.KubernetesRunScript", "Run a kubectl script", KUBERNETES),
            Step.of("Octopus.Script", "Run a script", SCRIPT),
            Step.of("Octopus.Manual", "Manual intervention required", OTHER),
            Step.of("Octopus.Email", "Send an email", OTHER));

    private final Set<String> types;

    /** @param types the action types that the server can carry out */
    public StepCatalogue(Collection<String> types) {
        this.types = new TreeSet<>(types);
    }

    /** A group of steps. */
    record Category(String id, String name, int displayOrder, Map<String, String> links) {}

    /**
     * A step that can be chosen.
     *
     * @param type its action type, which is its id too: built-in steps are no documents
     */
    record Step(
            String id,
            String name,
            String type,
            String category,
            List<String> categories,
            boolean isBuiltIn,
            boolean isInstalled,
            boolean hasUpdate,
            Map<String, String> links) {
        static Step of(String type, String name, Category category) {
            return new Step(type, name, type, category.id(), List.of(category.id()), true, true, false, Map.of());
        }
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/actiontemplates/categories")
                        .needs(VIEW)
                        .summary("Groups of steps")
                        .answers(Category[].class)
                        .does(call -> Response.ok(List.of(KUBERNETES, SCRIPT, OTHER))),
                Endpoint.get("/actiontemplates/search")
                        .needs(VIEW)
                        .query("type")
                        .summary("The steps that can be added to a process, or those of one action type")
                        .answers(Step[].class)
                        .does(call -> Response.ok(steps(call.query("type")))));
    }

    /** Every step, or that of a type; a type without a name of its own is called by its type. */
    List<Step> steps(Optional<String> type) {
        return types.stream()
                .filter(own -> type.filter(wanted -> !wanted.isEmpty())
                        .map(own::equalsIgnoreCase)
                        .orElse(true))
                .map(StepCatalogue::step)
                .toList();
    }

    private static Step step(String type) {
        return KNOWN.stream()
                .filter(step -> step.type().equals(type))
                .findFirst()
                .orElseGet(() -> Step.of(type, type.replaceFirst("^Octopus\\.", ""), OTHER));
    }
}
