package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tako.server.resource.Draft;
import tako.server.resource.Kind;
import tako.server.resource.Members;
import tako.server.resource.NameKey;
import tako.server.resource.Scoping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The descriptor of library variable sets. */
public final class LibraryVariableSetKind {
    /** The dimension of documents that hold a frozen copy of the variables of a library set: its id. */
    public static final String HELD = "libraryVariableSet";

    private static final String CONTENT_TYPE = "contentType";
    private static final List<String> CONTENT_TYPES =
            List.of(LibraryVariableSet.VARIABLES, LibraryVariableSet.SCRIPT_MODULE);

    private LibraryVariableSetKind() {}

    /**
     * The descriptor.
     *
     * @param ids new GUIDs for templates
     */
    public static Kind<LibraryVariableSet> of(Supplier<String> ids) {
        return Kind.of(LibraryVariableSet.class, "LibraryVariableSet", "LibraryVariableSets", "library_variable_set")
                .names(new Kind.Names(200, true, false))
                .scopings(set -> Stream.of(new Scoping(CONTENT_TYPE, set.contentType())))
                .filters(new Kind.Filter(CONTENT_TYPE, CONTENT_TYPE))
                .completion((view, space, json) -> complete(json, ids))
                .rules(LibraryVariableSetKind::problems)
                .links(set ->
                        Map.of("Variables", "{space}/variables/" + set.variableSetId(), "Usages", "{self}/usages"))
                .example(Map.of("Name", "Shared", "ContentType", LibraryVariableSet.VARIABLES))
                .build();
    }

    private static void complete(ObjectNode json, Supplier<String> ids) {
        json.put("VariableSetId", VariableSetRows.idOf(json.path("Id").asString()));
        for (JsonNode template : json.path("Templates")) {
            if (template instanceof ObjectNode object && text(object, "Id").isBlank()) {
                Members.remove(object, "Id");
                object.put("Id", ids.get());
            }
        }
    }

    private static List<String> problems(Draft<LibraryVariableSet> draft) {
        List<String> problems = new ArrayList<>();
        String type = draft.after().contentType();
        if (!CONTENT_TYPES.contains(type)) {
            problems.add("ContentType: '" + type + "' is none. Send one of " + String.join(", ", CONTENT_TYPES) + ".");
        }
        draft.before()
                .filter(before -> !before.contentType().equals(type))
                .ifPresent(before -> problems.add("ContentType: a set of " + before.contentType()
                        + " stays one. Make another set for " + type + "."));
        problems.addAll(templateProblems(draft.after().templates()));
        return problems;
    }

    private static List<String> templateProblems(List<JsonNode> templates) {
        Set<String> names = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (JsonNode template : templates) {
            String name = template instanceof ObjectNode object ? text(object, "Name") : "";
            if (name.isBlank()) {
                problems.add("Templates: each needs a Name, by which steps use its value.");
            } else if (!names.add(NameKey.of(name))) {
                problems.add("Templates: the name '" + name + "' is there twice. Give each its own.");
            }
        }
        return problems;
    }

    private static String text(ObjectNode object, String member) {
        return Members.find(object, member).map(node -> node.asString("")).orElse("");
    }
}
