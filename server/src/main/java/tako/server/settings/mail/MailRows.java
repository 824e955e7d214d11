package tako.server.settings.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.settings.mail.MailRow.Entry;
import tako.server.settings.mail.MailRow.State;
import tako.server.settings.mail.smtp.RecipientReply;

/** The rows of mails and of how they stand with their recipients. */
final class MailRows {
    private MailRows() {}

    static void insert(Tx tx, String key, MailRow mail) {
        tx.update("""
                        insert into mail (task, mail_key, message_id, content, created_at, give_up_at, attempts)
                        values (:task, :key, :message, :content, :created, :giveUp, :attempts)""")
                .bind("task", mail.task())
                .bind("key", key)
                .bind("message", mail.messageId())
                .bind("content", mail.content())
                .bind("created", mail.createdAt().toEpochMilli())
                .bind("giveUp", mail.giveUpAt().toEpochMilli())
                .bind("attempts", mail.attempts())
                .execute();
        PreparedBatch batch = tx.batch("""
                insert into mail_recipient (task, position, address, state, reply)
                values (:task, :position, :address, :state, :reply)""");
        for (int position = 0; position < mail.envelope().size(); position++) {
            Entry entry = mail.envelope().get(position);
            batch.bind("task", mail.task())
                    .bind("position", position)
                    .bind("address", entry.address())
                    .bind("state", entry.state().name())
                    .bind("reply", entry.reply())
                    .add();
        }
        batch.execute();
    }

    static Optional<MailRow> find(View view, String task) {
        return view.query("select * from mail where task = :task")
                .bind("task", task)
                .map((row, context) -> new MailRow(
                        row.getString("task"),
                        row.getString("message_id"),
                        row.getString("content"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("give_up_at")),
                        row.getInt("attempts"),
                        List.of()))
                .findOne()
                .map(mail -> new MailRow(
                        mail.task(),
                        mail.messageId(),
                        mail.content(),
                        mail.createdAt(),
                        mail.giveUpAt(),
                        mail.attempts(),
                        envelope(view, task)));
    }

    private static List<Entry> envelope(View view, String task) {
        return view.query("select address, state, reply from mail_recipient where task = :task order by position")
                .bind("task", task)
                .map((row, context) -> new Entry(
                        row.getString("address"), State.valueOf(row.getString("state")), row.getString("reply")))
                .list();
    }

    /** The task of the mail under a key. */
    static Optional<String> task(View view, String key) {
        return view.query("select task from mail where mail_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }

    /** Gives a key up, so that another mail can have it. */
    static void releaseKey(Tx tx, String task) {
        tx.update("update mail set mail_key = task where task = :task")
                .bind("task", task)
                .execute();
    }

    static void attempted(Tx tx, String task) {
        tx.update("update mail set attempts = attempts + 1 where task = :task")
                .bind("task", task)
                .execute();
    }

    /** Records what a server said of a recipient; one who has the mail keeps it. */
    static void answered(Tx tx, String task, RecipientReply reply) {
        tx.update("""
                        update mail_recipient set state = :state, reply = :reply
                        where task = :task and address = :address and state = 'WAITING'""")
                .bind("state", State.after(reply.verdict()).name())
                .bind("reply", reply.reply())
                .bind("task", task)
                .bind("address", reply.recipient().address())
                .execute();
    }

    static void contentGone(Tx tx, String task) {
        tx.update("update mail set content = '' where task = :task")
                .bind("task", task)
                .execute();
    }

    /** The tasks of mails that wait for another attempt, the oldest first. */
    static List<String> parked(View view, int most) {
        return view.query("""
                        select mail.task from mail join task on task.id = mail.task
                        where mail.content <> '' and task.state = 'PARKED' order by mail.created_at limit :most""").bind("most", most).mapTo(String.class).list();
    }
}
