package tako.server.resource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one kind's table. All tables of documents have the same columns. */
final class DocumentRows<D extends Document> {
    private final Kind<D> kind;
    private final JsonMapper mapper;
    private final String insert;
    private final String update;

    DocumentRows(Kind<D> kind, JsonMapper mapper) {
        this.kind = kind;
        this.mapper = mapper;
        this.insert = "insert into " + kind.table()
                + " (id_key, id, number, space_id, owner_id, name, name_key, slug, sort, version, modified_at, modified_by, json)"
                + " values (:idKey, :id, :number, :space, :owner, :name, :nameKey, :slug, :sort, :version, :modifiedAt, :modifiedBy, :json)"
                + " on conflict do nothing";
        this.update = "update " + kind.table()
                + " set name = :name, name_key = :nameKey, slug = :slug, sort = :sort, version = :version,"
                + " modified_at = :modifiedAt, modified_by = :modifiedBy, json = :json where id_key = :idKey";
    }

    Optional<Stored<D>> byId(View view, String id) {
        return view.query("select * from " + kind.table() + " where id_key = :id")
                .bind("id", idKey(id))
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The document with a slug; none when documents of several owners share it. */
    Optional<Stored<D>> bySlug(View view, String space, String slug) {
        List<Stored<D>> found = view.query(
                        "select * from " + kind.table() + " where space_id = :space and slug = :slug and slug <> ''")
                .bind("space", space)
                .bind("slug", slug.toLowerCase(Locale.ROOT))
                .map((row, context) -> read(row))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    Optional<Stored<D>> byName(View view, String space, String owner, String name) {
        return view.query("select * from " + kind.table()
                        + " where space_id = :space and owner_id = :owner and name_key = :name")
                .bind("space", space)
                .bind("owner", owner)
                .bind("name", NameKey.of(name))
                .map((row, context) -> read(row))
                .findOne();
    }

    boolean slugTaken(View view, String space, String owner, String slug, String exceptId) {
        return view.query("select count(*) from " + kind.table()
                                + " where space_id = :space and owner_id = :owner and slug = :slug and id_key <> :id")
                        .bind("space", space)
                        .bind("owner", owner)
                        .bind("slug", slug)
                        .bind("id", idKey(exceptId))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    int greatestSort(View view, String space) {
        return view.query("select coalesce(max(sort), -1) from " + kind.table() + " where space_id = :space")
                .bind("space", space)
                .mapTo(Integer.class)
                .one();
    }

    Slice<Stored<D>> list(View view, String space, ListQuery query) {
        Filter filter = Filter.of(space, query);
        int total = filter.bind(view.query("select count(*) from " + kind.table() + filter.where))
                .mapTo(Integer.class)
                .one();
        if (query.take() == 0 || query.skip() >= total) {
            return new Slice<>(List.of(), total);
        }
        String sql = "select * from " + kind.table() + filter.where + " order by "
                + kind.listing().order() + " limit :take offset :skip";
        List<Stored<D>> items = filter.bind(view.query(sql))
                .bind("take", query.take())
                .bind("skip", query.skip())
                .map((row, context) -> read(row))
                .list();
        return new Slice<>(items, total);
    }

    /** Whether it was stored: not where its id, its name or its slug is taken. */
    boolean insert(Tx tx, Stored<D> document) {
        return bind(tx.update(insert), document).execute() > 0;
    }

    void update(Tx tx, Stored<D> document) {
        bind(tx.update(update), document).execute();
    }

    void delete(Tx tx, String id) {
        tx.update("delete from " + kind.table() + " where id_key = :id")
                .bind("id", idKey(id))
                .execute();
    }

    /** The number at the end of an id, 0 for an id without one: newest-first lists sort by it. */
    static long number(String id) {
        String digits = id.substring(id.lastIndexOf('-') + 1);
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    static String idKey(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private <S extends SqlStatement<S>> S bind(S statement, Stored<D> document) {
        String name = document.value().name().strip();
        return statement
                .bind("idKey", idKey(document.id()))
                .bind("id", document.id())
                .bind("number", number(document.id()))
                .bind("space", document.space())
                .bind("owner", kind.relations().owner().apply(document.value()))
                .bind("name", name)
                .bind("nameKey", NameKey.of(name))
                .bind("slug", DocumentForm.slug(document.json()))
                .bind("sort", document.json().path("SortOrder").asInt(0))
                .bind("version", document.version())
                .bind("modifiedAt", document.modifiedAt().toEpochMilli())
                .bind("modifiedBy", document.modifiedBy())
                .bind("json", document.json().toString());
    }

    private Stored<D> read(ResultSet row) throws SQLException {
        ObjectNode json = (ObjectNode) mapper.readTree(row.getString("json"));
        return new Stored<>(
                row.getString("id"),
                row.getString("space_id"),
                row.getInt("version"),
                Instant.ofEpochMilli(row.getLong("modified_at")),
                row.getString("modified_by"),
                mapper.treeToValue(json, kind.type()),
                json);
    }

    /** The where clause of a list and its values. */
    private record Filter(String where, Map<String, String> texts, Map<String, List<String>> lists) {
        static Filter of(String space, ListQuery query) {
            var clauses = new ArrayList<String>();
            var texts = new HashMap<String, String>();
            var lists = new HashMap<String, List<String>>();
            clauses.add("space_id = :space");
            texts.put("space", space);
            query.owner().ifPresent(owner -> {
                clauses.add("owner_id = :owner");
                texts.put("owner", owner);
            });
            query.partialName().ifPresent(part -> {
                clauses.add("name_key like :partialName escape '!'");
                texts.put("partialName", "%" + escapeLike(NameKey.of(part)) + "%");
            });
            if (!query.ids().isEmpty()) {
                clauses.add("id_key in (<ids>)");
                lists.put("ids", query.ids().stream().map(DocumentRows::idKey).toList());
            }
            query.scopes().forEach((dimension, values) -> {
                if (!values.isEmpty()) {
                    String list = "scope" + lists.size();
                    clauses.add("id_key in (select source from scope where dimension = :dimension" + list
                            + " and value in (<" + list + ">))");
                    texts.put("dimension" + list, dimension);
                    lists.put(list, values.stream().map(DocumentRows::idKey).toList());
                }
            });
            return new Filter(" where " + String.join(" and ", clauses), texts, lists);
        }

        Query bind(Query query) {
            texts.forEach(query::bind);
            lists.forEach(query::bindList);
            return query;
        }

        private static String escapeLike(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }
    }
}
