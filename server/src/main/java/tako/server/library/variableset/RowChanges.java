package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * What of a set's rows a change touches.
 *
 * @param gone the ids of variables that are no more
 * @param written the rows that are new or other than before
 * @param undo how each touched variable was before
 */
record RowChanges(List<String> gone, List<Row> written, List<Was> undo) {
    /** A variable as a row. */
    record Row(String id, int place, JsonNode json) {}

    /**
     * How a variable was.
     *
     * @param place {@link Places#NONE} when there was none
     * @param json its text; "" when it was only moved, or was not there
     */
    record Was(String id, int place, String json) {
        boolean wasAbsent() {
            return place == Places.NONE;
        }

        boolean wasOnlyMoved() {
            return !wasAbsent() && json.isEmpty();
        }
    }

    /** The same, with the JSON of what is written replaced. */
    RowChanges with(UnaryOperator<JsonNode> replacement) {
        return new RowChanges(
                gone,
                written.stream()
                        .map(row -> new Row(row.id(), row.place(), replacement.apply(row.json())))
                        .toList(),
                undo);
    }

    /** Whether nothing is touched. */
    boolean isEmpty() {
        return gone.isEmpty() && written.isEmpty();
    }

    /**
     * @param places where the variables of {@code before} stand, by their ids
     * @param after the variables in their new order
     */
    static RowChanges between(Iterable<JsonNode> before, Map<String, Integer> places, Iterable<JsonNode> after) {
        Map<String, Row> left = new HashMap<>();
        before.forEach(json -> left.put(id(json), new Row(id(json), place(places, id(json)), json)));
        List<JsonNode> now = new ArrayList<>();
        after.forEach(now::add);
        List<Integer> fresh =
                Places.of(now.stream().map(json -> place(places, id(json))).toList());
        List<Row> written = new ArrayList<>();
        List<Was> undo = new ArrayList<>();
        for (int index = 0; index < now.size(); index++) {
            Row row = new Row(id(now.get(index)), fresh.get(index), now.get(index));
            Optional<Row> old = Optional.ofNullable(left.remove(row.id()));
            if (!old.equals(Optional.of(row))) {
                written.add(row);
                undo.add(was(old, row));
            }
        }
        left.values()
                .forEach(row ->
                        undo.add(new Was(row.id(), row.place(), row.json().toString())));
        return new RowChanges(List.copyOf(left.keySet()), written, undo);
    }

    private static Was was(Optional<Row> old, Row row) {
        return old.map(found -> new Was(
                        found.id(),
                        found.place(),
                        found.json().equals(row.json()) ? "" : found.json().toString()))
                .orElseGet(() -> new Was(row.id(), Places.NONE, ""));
    }

    private static int place(Map<String, Integer> places, String id) {
        return places.getOrDefault(id, Places.NONE);
    }

    private static String id(JsonNode variable) {
        return variable.path("Id").asString("");
    }
}
