package tako.server.settings.mail;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tako.platform.database.Tx;
import tako.platform.secret.Secret;
import tako.platform.task.NewTask;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.settings.mail.MailRow.Entry;
import tako.server.settings.mail.MailRow.State;
import tako.server.settings.mail.smtp.Recipient;

/**
 * Queues mails, each as a task of its own. A mail is sent at least once to each recipient. It comes twice when the mail server takes it and
 * that is not recorded: the connection breaks or an answer is late after the end of the mail, the attempt is interrupted then, or this
 * server dies. Both have the same Message-ID.
 */
public final class Mails {
    /** The kind of the tasks. */
    public static final String KIND = "SendEmail";

    static final int FORMAT = 1;
    /** The member of a task's payload that holds what it is called. */
    static final String TITLE = "Title";

    /**
     * Mails are chores, so that no deployment starves them; at most so many run at once, so that they starve no other chore. The names of
     * the locks are no names of users' concurrency tags, which would have a deployment wait for its own mail.
     */
    private static final int LANES = 2;

    private static final Set<TaskState> WITHOUT_SUCCESS =
            Set.of(TaskState.FAILED, TaskState.CANCELED, TaskState.TIMED_OUT);

    private final MailParts parts;
    private final TaskQueue queue;
    private final Supplier<String> ids;

    /** @param ids makes texts that occur once in the world, such as UUIDs */
    public Mails(MailParts parts, TaskQueue queue, Supplier<String> ids) {
        this.parts = parts;
        this.queue = queue;
        this.ids = ids;
    }

    /**
     * Queues a mail once: what is asked for again by the same key is that mail, unless its task has ended without success. Then those
     * recipients who do not have it get the new one.
     *
     * @param key says who wants it and what for, at most 400 characters
     * @return the id of the task that sends it
     * @throws MailRefused when no mail can be sent as the server is configured
     */
    public String queue(Tx tx, String key, Mail mail) {
        Optional<TaskRow> earlier = MailRows.task(tx, key).flatMap(task -> queue.find(tx, task));
        if (earlier.isPresent() && !WITHOUT_SUCCESS.contains(earlier.get().state())) {
            return earlier.get().id();
        }
        Set<String> served = new HashSet<>();
        earlier.ifPresent(task -> served.addAll(release(tx, task.id())));
        String lane = "mail/lane/" + Math.floorMod(key.hashCode(), LANES);
        return enqueue(tx, key, mail, new Sending(KIND, MailRetries.STANDARD, List.of(lane), served));
    }

    /** Queues a mail that shows whether the configuration works: it is tried once, at once. @throws MailRefused as {@link #queue} */
    String queueTest(Tx tx, Mail mail) {
        return enqueue(
                tx, "test/" + ids.get(), mail, new Sending(TestMails.KIND, MailRetries.ONCE, List.of(), Set.of()));
    }

    /** @param served addresses that have the mail already */
    private record Sending(String kind, MailRetries retries, List<String> locks, Set<String> served) {}

    private static Set<String> release(Tx tx, String task) {
        MailRows.releaseKey(tx, task);
        return MailRows.find(tx, task).stream()
                .flatMap(mail -> mail.in(State.ACCEPTED).stream())
                .map(Entry::address)
                .collect(Collectors.toSet());
    }

    private String enqueue(Tx tx, String key, Mail mail, Sending sending) {
        String domain = switch (parts.smtp().choice(tx)) {
            case SmtpChoice.Usable usable -> usable.from().domain();
            case SmtpChoice.Unusable(String sentence) -> throw new MailRefused(sentence);
        };
        Instant now = parts.engine().clock().instant();
        String task = queue.enqueue(tx, task(mail, sending, now));
        String content =
                parts.secrets().keep(tx, Secret.of(parts.engine().mapper().writeValueAsString(MailContent.of(mail))));
        MailRows.insert(
                tx,
                key,
                new MailRow(
                        task,
                        "<" + ids.get() + "@" + domain + ">",
                        content,
                        now,
                        now.plus(sending.retries().giveUpAfter()),
                        0,
                        envelope(mail, sending.served())));
        parts.subjects()
                .record(tx, task, new MailSubjects.Subject(mail.description(), arguments(mail), mail.related()));
        return task;
    }

    private NewTask task(Mail mail, Sending sending, Instant now) {
        String payload = parts.engine()
                .mapper()
                .createObjectNode()
                .put(TITLE, mail.description())
                .toString();
        return new NewTask(sending.kind(), mail.space(), FORMAT, payload, 0, now, Optional.empty(), sending.locks());
    }

    private static List<Entry> envelope(Mail mail, Set<String> served) {
        return mail.recipients().stream()
                .map(recipient -> recipient.address().address())
                .map(address -> new Entry(
                        address,
                        served.contains(address) ? State.ACCEPTED : State.WAITING,
                        served.contains(address) ? "earlier" : ""))
                .toList();
    }

    /** As the arguments of a test are read by clients that ask for one. */
    private static Map<String, String> arguments(Mail mail) {
        return Map.of(
                "EmailAddress",
                mail.recipients().stream()
                        .filter(recipient -> recipient.kind() != Recipient.Kind.BCC)
                        .map(recipient -> recipient.address().address())
                        .collect(Collectors.joining(",")));
    }
}
