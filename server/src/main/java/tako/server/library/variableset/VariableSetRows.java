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
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.library.variableset.RowChanges.Row;
import tako.server.library.variableset.VariableHistory.Version;
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
    private final VariableVersionRows versions = new VariableVersionRows();

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
                .map(head -> whole(head, Optional.ofNullable(variables.get(head.key))))
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
        write(
                tx,
                key(owner),
                RowChanges.between(List.of(), Map.of(), variables(set)).written());
    }

    /** What of the rows of a set a change touches. */
    RowChanges changes(View view, Stored<VariableSet> before, Stored<VariableSet> after) {
        return RowChanges.between(
                variables(before), places(view, key(before.value().ownerId())), variables(after));
    }

    /** Whether a set is at a version. */
    boolean isAt(View view, Stored<VariableSet> set) {
        return view.query("select version from variable_set where owner_key = :key and space_id = :space")
                .bind("key", key(set.value().ownerId()))
                .bind("space", set.space())
                .mapTo(Integer.class)
                .findOne()
                .filter(version -> version == set.version())
                .isPresent();
    }

    /** Replaces a set: of its variables, writes those that changed or moved, and keeps how they were. */
    void update(Tx tx, String owner, Stored<VariableSet> after, RowChanges changes) {
        bound(tx.update("""
                update variable_set set version = :version, modified_at = :modifiedAt, modified_by = :modifiedBy, json = :json
                where owner_key = :key and space_id = :space"""), owner, after).execute();
        deleteEach(tx, key(owner), changes.gone());
        write(tx, key(owner), changes.written());
        versions.add(
                tx, key(owner), new Version(after.version(), after.modifiedAt(), after.modifiedBy(), changes.undo()));
    }

    void delete(Tx tx, String owner) {
        tx.update("delete from variable where owner_key = :key")
                .bind("key", key(owner))
                .execute();
        tx.update("delete from variable_set where owner_key = :key")
                .bind("key", key(owner))
                .execute();
        versions.forget(tx, key(owner));
    }

    /** What happened to a set since a version. */
    VariableHistory since(View view, String owner, int version) {
        return versions.since(view, key(owner), version);
    }

    /** A set as it was, for a history that {@linkplain VariableHistory#reaches reaches} it. */
    Stored<VariableSet> undone(View view, Stored<VariableSet> now, VariableHistory history) {
        Map<String, Integer> places = places(view, key(now.value().ownerId()));
        List<Row> rows = variables(now).stream()
                .map(json -> new Row(id(json), places.getOrDefault(id(json), Places.NONE), json))
                .toList();
        ObjectNode head = VariableSetForm.head(now.json());
        head.put("Version", history.since());
        ArrayNode variables = mapper.createArrayNode();
        variables.addAll(history.undone(rows, mapper::readTree));
        return whole(
                new Head(
                        key(now.value().ownerId()),
                        new Stored<>(
                                now.id(),
                                now.space(),
                                history.since(),
                                now.modifiedAt(),
                                now.modifiedBy(),
                                head,
                                head)),
                Optional.of(variables));
    }

    private static Map<String, Integer> places(View view, String key) {
        return view
                .query("select variable_id, place from variable where owner_key = :key")
                .bind("key", key)
                .map((row, context) -> Map.entry(row.getString("variable_id"), row.getInt("place")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<JsonNode> variables(Stored<VariableSet> set) {
        return set.json().path(VARIABLES).valueStream().toList();
    }

    private static String id(JsonNode variable) {
        return variable.path("Id").asString("");
    }

    private static void deleteEach(Tx tx, String key, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("delete from variable where owner_key = :key and variable_id = :id");
        ids.forEach(id -> batch.bind("key", key).bind("id", id).add());
        batch.execute();
    }

    private static void write(Tx tx, String key, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                insert into variable (owner_key, variable_id, place, name_key, json)
                values (:key, :id, :place, :name, :json)
                on conflict (owner_key, variable_id)
                do update set place = excluded.place, name_key = excluded.name_key, json = excluded.json""");
        rows.forEach(row -> batch.bind("key", key)
                .bind("id", row.id())
                .bind("place", row.place())
                .bind("name", NameKey.of(row.json().path("Name").asString("")))
                .bind("json", row.json().toString())
                .add());
        batch.execute();
    }

    /** Binds what every writing statement of a set has. */
    private static Update bound(Update statement, String owner, Stored<VariableSet> set) {
        return statement
                .bind("key", key(owner))
                .bind("space", set.space())
                .bind("version", set.version())
                .bind("modifiedAt", set.modifiedAt().toEpochMilli())
                .bind("modifiedBy", set.modifiedBy())
                .bind("json", VariableSetForm.head(set.json()).toString());
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

    private Stored<VariableSet> whole(Head head, Optional<ArrayNode> variables) {
        Stored<ObjectNode> stored = head.stored;
        ObjectNode json = stored.json();
        json.set(VARIABLES, variables.orElseGet(mapper::createArrayNode));
        VariableSet set = mapper.treeToValue(json, VariableSet.class);
        return new Stored<>(
                stored.id(), stored.space(), stored.version(), stored.modifiedAt(), stored.modifiedBy(), set, json);
    }

    private static String key(String owner) {
        return owner.toLowerCase(Locale.ROOT);
    }
}
