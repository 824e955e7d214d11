package tako.server.library.lifecycle;

import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.infrastructure.environment.Environments;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Lifecycles with the phases they stand for, over the environments that exist now. */
public final class LifecyclePreviews {
    private final Engine engine;
    private final Documents<Lifecycle> lifecycles;
    private final Environments environments;

    public LifecyclePreviews(Engine engine, Documents<Lifecycle> lifecycles, Environments environments) {
        this.engine = engine;
        this.lifecycles = lifecycles;
        this.environments = environments;
    }

    /** A lifecycle with its phases resolved, as clients read it. @throws tako.platform.http.Problem 404 */
    public ObjectNode of(Principal principal, String space, String idOrSlug) {
        engine.permissions().require(principal, "LifecycleView", space);
        return engine.database().read(view -> {
            Stored<Lifecycle> lifecycle = lifecycles.require(view, space, idOrSlug);
            return present(lifecycle, environmentsOf(view, space));
        });
    }

    /** Some lifecycles of a space with their phases resolved; all when no id is named. */
    public List<ObjectNode> of(Principal principal, String space, List<String> ids) {
        engine.permissions().require(principal, "LifecycleView", space);
        return engine.database().read(view -> {
            List<PhaseEnvironment> all = environmentsOf(view, space);
            return lifecycles.list(view, space, ListQuery.ALL.withIds(ids)).items().stream()
                    .map(lifecycle -> present(lifecycle, all))
                    .toList();
        });
    }

    private List<PhaseEnvironment> environmentsOf(View view, String space) {
        return environments.inOrder(view, space).stream()
                .map(stored -> new PhaseEnvironment(stored.id(), stored.value().name()))
                .toList();
    }

    private ObjectNode present(Stored<Lifecycle> lifecycle, List<PhaseEnvironment> all) {
        List<Phase> phases = PhaseRules.resolve(lifecycle.value(), all).stream()
                .map(LifecyclePreviews::phase)
                .toList();
        ObjectNode json = lifecycles.present(lifecycle);
        json.set("Phases", engine.mapper().valueToTree(phases));
        return json;
    }

    private static Phase phase(ResolvedPhase resolved) {
        return new Phase(
                resolved.id(),
                resolved.name(),
                ids(resolved.automatic()),
                ids(resolved.manual()),
                resolved.minimum(),
                resolved.rules().optional(),
                resolved.rules().priority(),
                resolved.rules().countsEarlierSuccess(),
                null,
                null,
                Map.of());
    }

    private static List<String> ids(List<PhaseEnvironment> environments) {
        return environments.stream().map(PhaseEnvironment::id).toList();
    }
}
