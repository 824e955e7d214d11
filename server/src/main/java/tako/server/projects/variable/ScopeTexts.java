package tako.server.projects.variable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.library.variableset.VariableScope;
import tako.server.resource.Catalogue;

/** Scopes for people: {@code Environment: Dev; Role: web}. */
final class ScopeTexts {
    /** What a scope without dimensions is called. */
    static final String EVERYTHING = "no scope";

    private final Map<String, String> names;

    private ScopeTexts(Map<String, String> names) {
        this.names = names;
    }

    /** Texts with the names of all that some scopes mention; one query for each kind of it. */
    static ScopeTexts of(View view, Catalogue catalogue, Situation situation, Stream<VariableScope> scopes) {
        Map<String, String> names = new HashMap<>();
        situation
                .process()
                .actions()
                .forEach(action -> names.put(action.key().toLowerCase(Locale.ROOT), action.label()));
        Map<String, List<String>> byKind = scopes.flatMap(scope -> scope.dimensions().entrySet().stream())
                .filter(dimension -> !isText(dimension.getKey()))
                .flatMap(dimension -> dimension.getValue().stream())
                .distinct()
                .collect(Collectors.groupingBy(ScopeTexts::prefix));
        byKind.values()
                .forEach(ids -> catalogue
                        .kindOf(ids.getFirst())
                        .ifPresent(kind -> catalogue
                                .names(view, kind, ids)
                                .forEach((id, name) -> names.put(id.toLowerCase(Locale.ROOT), name))));
        return new ScopeTexts(names);
    }

    String of(VariableScope scope) {
        if (scope.dimensions().isEmpty()) {
            return EVERYTHING;
        }
        return scope.dimensions().entrySet().stream()
                .map(dimension -> dimension.getKey() + ": "
                        + dimension.getValue().stream().map(this::name).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private String name(String id) {
        return names.getOrDefault(id.toLowerCase(Locale.ROOT), id);
    }

    private static boolean isText(String dimension) {
        return dimension.equals(VariableScope.ROLE) || dimension.equals(VariableScope.TENANT_TAG);
    }

    private static String prefix(String id) {
        return id.substring(0, Math.max(0, id.indexOf('-')));
    }
}
