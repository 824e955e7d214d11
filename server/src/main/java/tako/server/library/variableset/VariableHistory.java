package tako.server.library.variableset;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tako.server.library.variableset.RowChanges.Row;
import tako.server.library.variableset.RowChanges.Was;
import tools.jackson.databind.JsonNode;

/**
 * What happened to a set since an older version.
 *
 * @param versions the versions after that one, the newest first
 * @param since the older version
 */
record VariableHistory(int since, List<Version> versions) {
    /**
     * A version and how what it changed was before.
     *
     * @param by the name of who made it
     */
    record Version(int number, Instant at, String by, List<Was> undo) {}

    /** Whether every version up to the current one is there, so that the older one can be had again. */
    boolean reaches(int current) {
        return since >= 0 && since <= current && versions.size() == current - since;
    }

    /**
     * The variables of the older version in their order.
     *
     * @param now those of the current version
     * @param read makes JSON of a stored text
     */
    List<JsonNode> undone(List<Row> now, Function<String, JsonNode> read) {
        Map<String, Row> rows = new HashMap<>();
        now.forEach(row -> rows.put(row.id(), row));
        versions.forEach(version -> version.undo().forEach(was -> undo(rows, was, read)));
        return rows.values().stream()
                .sorted(Comparator.comparingInt(Row::place))
                .map(Row::json)
                .toList();
    }

    private static void undo(Map<String, Row> rows, Was was, Function<String, JsonNode> read) {
        if (was.wasAbsent()) {
            rows.remove(was.id());
        } else if (was.wasOnlyMoved()) {
            rows.computeIfPresent(was.id(), (id, row) -> new Row(id, was.place(), row.json()));
        } else {
            rows.put(was.id(), new Row(was.id(), was.place(), read.apply(was.json())));
        }
    }

    /** The last version that changed a variable, by its id in any letter case, otherwise than by moving it. */
    Optional<Version> lastChange(String id) {
        return versions.stream()
                .filter(version ->
                        version.undo().stream().anyMatch(was -> was.id().equalsIgnoreCase(id) && !was.wasOnlyMoved()))
                .findFirst();
    }
}
