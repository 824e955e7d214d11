package tako.server.projects.variable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** Texts with the names of all that some scopes mention and the asker may see; one query for each kind of it. The rest stays ids. */
    static ScopeTexts of(View view, Catalogue catalogue, Sight sight, Situation situation, List<VariableScope> scopes) {
        Map<String, String> names = new HashMap<>();
        if (sight.processes()) {
            situation
                    .process()
                    .actions()
                    .forEach(action -> names.put(action.key().toLowerCase(Locale.ROOT), action.label()));
        }
        Map<String, List<String>> byKind = scopes.stream()
                .flatMap(scope -> scope.dimensions().entrySet().stream())
                .flatMap(
                        dimension -> dimension.getValue().stream().filter(id -> isNamed(sight, dimension.getKey(), id)))
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

    private static boolean isNamed(Sight sight, String dimension, String id) {
        return switch (dimension) {
            case VariableScope.ROLE, VariableScope.TENANT_TAG -> false;
            case VariableScope.MACHINE -> sight.targets();
            case VariableScope.ENVIRONMENT -> sight.variables().environments().includes(id);
            default -> true;
        };
    }

    private static String prefix(String id) {
        return id.substring(0, Math.max(0, id.indexOf('-')));
    }
}
