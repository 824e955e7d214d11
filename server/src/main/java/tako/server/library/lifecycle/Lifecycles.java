package tako.server.library.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Documents;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.SpaceDefaults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lifecycles; each space is born with one that has no phases and so follows the order of its environments. */
public final class Lifecycles implements SpaceDefaults {
    private final Documents<Lifecycle> documents;

    public Lifecycles(Documents<Lifecycle> documents) {
        this.documents = documents;
    }

    /**
     * The descriptor. The link to its projects is no template: a client requests it as it stands.
     *
     * @param ids new GUIDs for phases
     */
    public static Kind<Lifecycle> kind(Supplier<String> ids) {
        return Kind.of(Lifecycle.class, "Lifecycle", "Lifecycles", "lifecycle")
                .references(lifecycle -> lifecycle.phases().stream()
                        .flatMap(phase -> Reference.from("Phases", "Environments", phase.environments())))
                .rules(draft -> LifecycleRules.problems(draft.after()))
                .completion((view, space, json) -> identifyPhases(json, ids))
                .links(lifecycle -> Map.of("Preview", "{self}/preview", "Projects", "{self}/projects"))
                .example(Map.of("Name", "Dev, Test, and Prod"))
                .build();
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        var lifecycle = new Lifecycle(
                "",
                space,
                "Default Lifecycle",
                "",
                "",
                List.of(),
                RetentionPeriod.DEFAULT,
                RetentionPeriod.DEFAULT,
                Map.of());
        documents.insert(tx, who, space, documents.json(lifecycle));
    }

    private static void identifyPhases(ObjectNode json, Supplier<String> ids) {
        for (JsonNode phase : json.path("Phases")) {
            if (phase instanceof ObjectNode object
                    && object.path("Id").asString("").isBlank()) {
                object.put("Id", ids.get());
            }
        }
    }
}
