package tako.server.library.variableset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.resource.NameKey;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of variable sets: one for the set, one for each variable. Sets are found by their owner. */
final class VariableSetRows {
    private static final String PREFIX = "variableset-";
    private static final String VARIABLES = "Variables";

    private final JsonMapper mapper;

    VariableSetRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    private record Head(String key, Stored<ObjectNode> stored) {}

    static String idOf(String owner) {
        return PREFIX + owner;
    }

    /** The owner of a set's id as written; empty for an id of another form. */
    static Optional<String> ownerOf(String id) {
        return id.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                ? Optional.of(id.substring(PREFIX.length()))
                : Optional.empty();
    }

    Optional<Stored<VariableSet>> find(View view, String space, String owner) {
        return find(view, space, List.of(owner)).stream().findFirst();
    }

    /** The sets of some owners; of those that have none, none. In the order of the owners. */
    List<Stored<VariableSet>> find(View view, String space, List<String> owners) {
        if (owners.isEmpty()) {
            return List.of();
        }
        List<String> keys = owners.stream().map(VariableSetRows::key).toList();
        List<Head> heads = view.query("select * from variable_set where space_id = :space and owner_key in (<owners>)")
                .bind("space", space)
                .bindList("owners", keys)
                .map((row, context) -> head(row))
                .list();
        Map<String, ArrayNode> variables = new HashMap<>();
        view.query("select owner_key, json from variable where owner_key in (<owners>) order by owner_key, place")
                .bindList("owners", keys)
                .map((row, context) -> Map.entry(row.getString("owner_key"), row.getString("json")))
                .forEach(row -> add(variables, row));
        return heads.stream()
                .sorted(Comparator.comparingInt(head -> keys.indexOf(head.key)))
                .map(head -> whole(head, variables))
                .toList();
    }

    /** Every set of a space. */
    List<Stored<VariableSet>> all(View view, String space) {
        List<String> owners = view.query("select owner_id from variable_set where space_id = :space order by owner_key")
                .bind("space", space)
                .mapTo(String.class)
                .list();
        return find(view, space, owners);
    }

    void insert(Tx tx, String owner, Stored<VariableSet> set) {
        bound(tx.update("""
                insert into variable_set (owner_key, id, space_id, owner_id, version, modified_at, modified_by, json)
                values (:key, :id, :space, :owner, :version, :modifiedAt, :modifiedBy, :json)"""), owner, set)
                .bind("id", set.id())
                .bind("owner", owner)
                .execute();
        insertEach(tx, owner, placed(set).values().stream().toList());
    }

    /** Replaces a set: of its variables, writes those that changed or moved. */
    void update(Tx tx, String owner, Stored<VariableSet> before, Stored<VariableSet> after) {
        bound(tx.update("""
                update variable_set set version = :version, modified_at = :modifiedAt, modified_by = :modifiedBy, json = :json
                where owner_key = :key and space_id = :space"""), owner, after).execute();
        Map<String, Placed> old = placed(before);
        Map<String, Placed> now = placed(after);
        Set<String> gone = old.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(now.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        deleteEach(tx, owner, gone);
        now.values().removeIf(row -> row.equals(old.get(row.id)));
        insertEach(tx, owner, now.values().stream().toList());
    }

    void delete(Tx tx, String owner) {
        tx.update("delete from variable where owner_key = :key")
                .bind("key", key(owner))
                .execute();
        tx.update("delete from variable_set where owner_key = :key")
                .bind("key", key(owner))
                .execute();
    }

    private record Placed(String id, int place, String name, String json) {}

    private static Map<String, Placed> placed(Stored<VariableSet> set) {
        Map<String, Placed> rows = new HashMap<>();
        JsonNode variables = set.json().path(VARIABLES);
        for (int place = 0; place < variables.size(); place++) {
            JsonNode variable = variables.get(place);
            String id = variable.path("Id").asString();
            rows.put(id, new Placed(id, place, variable.path("Name").asString(""), variable.toString()));
        }
        return rows;
    }

    private static void deleteEach(Tx tx, String owner, Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("delete from variable where owner_key = :key and variable_id = :id");
        ids.forEach(id -> batch.bind("key", key(owner)).bind("id", id).add());
        batch.execute();
    }

    private static void insertEach(Tx tx, String owner, List<Placed> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                insert into variable (owner_key, variable_id, place, name_key, json)
                values (:key, :id, :place, :name, :json)""");
        rows.forEach(row -> batch.bind("key", key(owner))
                .bind("id", row.id)
                .bind("place", row.place)
                .bind("name", NameKey.of(row.name))
                .bind("json", row.json)
                .add());
        batch.execute();
    }

    /** Binds what every writing statement of a set has. */
    private static Update bound(Update statement, String owner, Stored<VariableSet> set) {
        ObjectNode head = set.json().deepCopy();
        head.remove(VARIABLES);
        return statement
                .bind("key", key(owner))
                .bind("space", set.space())
                .bind("version", set.version())
                .bind("modifiedAt", set.modifiedAt().toEpochMilli())
                .bind("modifiedBy", set.modifiedBy())
                .bind("json", head.toString());
    }

    private Head head(ResultSet row) throws SQLException {
        ObjectNode json = (ObjectNode) mapper.readTree(row.getString("json"));
        return new Head(
                row.getString("owner_key"),
                new Stored<>(
                        row.getString("id"),
                        row.getString("space_id"),
                        row.getInt("version"),
                        Instant.ofEpochMilli(row.getLong("modified_at")),
                        row.getString("modified_by"),
                        json,
                        json));
    }

    private void add(Map<String, ArrayNode> variables, Map.Entry<String, String> row) {
        variables.computeIfAbsent(row.getKey(), key -> mapper.createArrayNode()).add(mapper.readTree(row.getValue()));
    }

    private Stored<VariableSet> whole(Head head, Map<String, ArrayNode> variables) {
        Stored<ObjectNode> stored = head.stored;
        ObjectNode json = stored.json();
        json.set(VARIABLES, variables.getOrDefault(head.key, mapper.createArrayNode()));
        VariableSet set = mapper.treeToValue(json, VariableSet.class);
        return new Stored<>(
                stored.id(), stored.space(), stored.version(), stored.modifiedAt(), stored.modifiedBy(), set, json);
    }

    private static String key(String owner) {
        return owner.toLowerCase(Locale.ROOT);
    }
}
