package tako.server.delivery.interruption;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.server.delivery.interruption.InterruptionMoves.Mover;

/** Changes questions; every change of a state is a compare-and-set. */
final class InterruptionChanges {
    private static final String TYPE = "ManualIntervention";
    private static final String COUNTER = "Interruptions";

    private InterruptionChanges() {}

    /** Stores a new question under the next id, and answers that. */
    static String insert(Tx tx, Questions.Asking asking, Interruption.Times times) {
        long number = tx.next(COUNTER);
        String id = COUNTER + "-" + number;
        tx.update("""
                        insert into interruption (id, number, space_id, task, asking, activity, type, title, instructions,
                            state, created_at, deadline, responsible, verdict, notes, by_id, by_username, by_name, by_email)
                        values (:id, :number, :space, :task, :asking, :activity, :type, :title, :instructions,
                            :state, :created, :deadline, '', '', '', '', '', '', '')""")
                .bind("id", id)
                .bind("number", number)
                .bind("space", asking.space())
                .bind("task", asking.task())
                .bind("asking", asking.key())
                .bind("activity", asking.activity())
                .bind("type", TYPE)
                .bind("title", asking.question().title())
                .bind("instructions", asking.question().instructions())
                .bind("state", InterruptionState.PENDING.name())
                .bind("created", times.created().toEpochMilli())
                .bind("deadline", times.deadline().toEpochMilli())
                .execute();
        teams(tx, id, asking.question().responsibleTeams());
        List<String> about = Stream.concat(asking.regards().stream(), Stream.of(asking.task()))
                .distinct()
                .toList();
        regards(tx, id, about);
        return id;
    }

    private static void teams(Tx tx, String id, List<String> teams) {
        PreparedBatch batch = tx.batch(
                "insert into interruption_team (interruption, position, team) values (:interruption, :position, :team)");
        IntStream.range(0, teams.size())
                .forEach(at -> batch.bind("interruption", id)
                        .bind("position", at)
                        .bind("team", teams.get(at))
                        .add());
        batch.execute();
    }

    private static void regards(Tx tx, String id, List<String> documents) {
        PreparedBatch batch = tx.batch("""
                insert into interruption_regards (interruption, position, document, document_key)
                values (:interruption, :position, :document, :key)""");
        IntStream.range(0, documents.size())
                .forEach(at -> batch.bind("interruption", id)
                        .bind("position", at)
                        .bind("document", documents.get(at))
                        .bind("key", documents.get(at).toLowerCase(Locale.ROOT))
                        .add());
        batch.execute();
    }

    /** Makes somebody responsible for an open question; whether it was open. */
    static boolean take(Tx tx, String id, String user, Instant now) {
        return tx.update("""
                                update interruption set responsible = :user, taken_at = :now
                                where id = :id and state = :state""")
                        .bind("user", user)
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .bind("state", InterruptionState.PENDING.name())
                        .execute()
                > 0;
    }

    /** Decides an open question by an answer; whether it was open. */
    static boolean answer(Tx tx, String id, Interruption.Answer answer, Instant now) {
        return tx.update("""
                                update interruption set state = :to, verdict = :verdict, notes = :notes, ended_at = :now,
                                    by_id = :byId, by_username = :byUsername, by_name = :byName, by_email = :byEmail
                                where id = :id and state = :from""")
                        .bind("to", InterruptionState.ANSWERED.name())
                        .bind("verdict", answer.verdict().name())
                        .bind("notes", answer.notes())
                        .bind("now", now.toEpochMilli())
                        .bind("byId", answer.by().id())
                        .bind("byUsername", answer.by().username())
                        .bind("byName", answer.by().displayName())
                        .bind("byEmail", answer.by().emailAddress())
                        .bind("id", id)
                        .bind(
                                "from",
                                InterruptionMoves.before(InterruptionState.ANSWERED, Mover.PERSON)
                                        .name())
                        .execute()
                > 0;
    }

    /** Decides an open question without an answer; whether it was open. */
    static boolean close(Tx tx, String id, InterruptionState to, Instant now) {
        return tx.update("update interruption set state = :to, ended_at = :now where id = :id and state = :from")
                        .bind("to", to.name())
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .bind("from", InterruptionMoves.before(to, Mover.ENGINE).name())
                        .execute()
                > 0;
    }
}
