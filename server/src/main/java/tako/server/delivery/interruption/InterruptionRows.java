package tako.server.delivery.interruption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.Chunks;
import tako.platform.database.View;
import tako.server.delivery.task.TaskSubjects;
import tako.server.resource.Slice;

/** Reads questions, with two statements more for every thousand of them, for what several rows hold. */
final class InterruptionRows {
    private InterruptionRows() {}

    static Optional<Interruption> find(View view, String id) {
        return many(view, "where id = :id", query -> query.bind("id", InterruptionIds.canonical(id))).stream()
                .findFirst();
    }

    static Optional<Interruption> asked(View view, String key) {
        return many(view, "where asking = :asking", query -> query.bind("asking", key)).stream()
                .findFirst();
    }

    static List<Interruption> all(View view, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : many(view, "where id in (<ids>)", query -> query.bindList("ids", List.copyOf(ids)));
    }

    static List<Interruption> pendingOf(View view, String task) {
        return many(
                view,
                "where task = :task and state = :state",
                query -> query.bind("task", task).bind("state", InterruptionState.PENDING.name()));
    }

    /** Some of a space's questions, the newest first. */
    static Slice<Interruption> list(View view, String space, InterruptionQuery wanted) {
        String where = where(wanted);
        int total = bind(view.query("select count(*) from interruption " + where), space, wanted)
                .mapTo(Integer.class)
                .one();
        if (wanted.take() == 0 || wanted.skip() >= total) {
            return new Slice<>(List.of(), total);
        }
        List<Interruption> items = many(
                view,
                where + " order by number desc limit :take offset :skip",
                query -> bind(query, space, wanted).bind("take", wanted.take()).bind("skip", wanted.skip()));
        return new Slice<>(items, total);
    }

    private static String where(InterruptionQuery wanted) {
        return "where space_id = :space" + (wanted.pendingOnly() ? " and state = :state" : "")
                + (wanted.ids().isEmpty() ? "" : " and id in (<ids>)")
                + (wanted.regarding().isEmpty()
                        ? ""
                        : " and id in (select interruption from interruption_regards where document_key in (<regarding>))");
    }

    private static Query bind(Query query, String space, InterruptionQuery wanted) {
        query.bind("space", space);
        if (wanted.pendingOnly()) {
            query.bind("state", InterruptionState.PENDING.name());
        }
        if (!wanted.ids().isEmpty()) {
            query.bindList(
                    "ids", wanted.ids().stream().map(InterruptionIds::canonical).toList());
        }
        if (!wanted.regarding().isEmpty()) {
            query.bindList(
                    "regarding",
                    wanted.regarding().stream().map(InterruptionRows::lower).toList());
        }
        return query;
    }

    /** What the task of a question is about, for people: {@code Deploy Random Quotes release 1.2.3 to Test}. */
    static String description(View view, String task) {
        return TaskSubjects.description(view, task).orElse(task);
    }

    private interface Binding {
        Query bind(Query query);
    }

    private static List<Interruption> many(View view, String tail, Binding binding) {
        List<Interruption> bare = binding.bind(view.query("select * from interruption " + tail))
                .map((row, context) -> read(row))
                .list();
        List<String> ids = bare.stream().map(Interruption::id).toList();
        Map<String, List<String>> teams = parts(view, "interruption_team", "team", ids);
        Map<String, List<String>> regards = parts(view, "interruption_regards", "document", ids);
        return bare.stream()
                .map(one ->
                        whole(one, teams.getOrDefault(one.id(), List.of()), regards.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Map<String, List<String>> parts(View view, String table, String column, List<String> ids) {
        return Chunks.of(ids)
                .flatMap(some -> view
                        .query("select interruption, " + column + " as part from " + table
                                + " where interruption in (<ids>) order by position")
                        .bindList("ids", some)
                        .map((row, context) -> Map.entry(row.getString("interruption"), row.getString("part")))
                        .list()
                        .stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Interruption whole(Interruption one, List<String> teams, List<String> regards) {
        var about = new Interruption.About(
                one.about().space(), one.about().task(), one.about().activity(), regards);
        return new Interruption(
                one.id(),
                about,
                one.title(),
                one.instructions(),
                teams,
                one.times(),
                one.state(),
                one.holder(),
                one.answer());
    }

    private static Interruption read(ResultSet row) throws SQLException {
        return new Interruption(
                row.getString("id"),
                new Interruption.About(
                        row.getString("space_id"), row.getString("task"), row.getString("activity"), List.of()),
                row.getString("title"),
                row.getString("instructions"),
                List.of(),
                new Interruption.Times(
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("deadline")),
                        instant(row, "ended_at")),
                InterruptionState.valueOf(row.getString("state")),
                holder(row),
                answer(row));
    }

    private static Optional<Interruption.Holder> holder(ResultSet row) throws SQLException {
        Optional<Instant> since = instant(row, "taken_at");
        String user = row.getString("responsible");
        return since.map(at -> new Interruption.Holder(user, at));
    }

    private static Optional<Interruption.Answer> answer(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        if (verdict.isEmpty()) {
            return Optional.empty();
        }
        var by = new Decision.Person(
                row.getString("by_id"),
                row.getString("by_username"),
                row.getString("by_name"),
                row.getString("by_email"));
        return Optional.of(new Interruption.Answer(Decision.Verdict.valueOf(verdict), row.getString("notes"), by));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
