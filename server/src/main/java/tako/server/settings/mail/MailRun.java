package tako.server.settings.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.log.Level;
import tako.platform.log.LogWriter;
import tako.platform.log.NodeStatus;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRun;
import tako.server.settings.mail.MailRow.State;
import tako.server.settings.mail.smtp.Letter;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.SmtpAnswer;
import tako.server.settings.mail.smtp.SmtpSender;
import tako.server.settings.mail.smtp.SmtpServer;

/** One attempt to send a mail to those who do not have it yet. */
final class MailRun {
    private static final int FURTHER_TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final TaskRun run;
    private final MailParts parts;
    private final Loaded loaded;
    private final Blind blind;
    private final MailLog log;

    private MailRun(TaskRun run, MailParts parts, Loaded loaded, LogWriter writer) {
        this.run = run;
        this.parts = parts;
        this.loaded = loaded;
        this.blind = Blind.of(loaded.content().recipients());
        this.log = new MailLog(writer, blind);
    }

    /** Of a mail as it stands now. */
    static MailRun of(TaskRun run, MailParts parts, LogWriter writer) {
        Loaded loaded = parts.engine().database().read(view -> load(view, run, parts));
        return new MailRun(run, parts, loaded, writer);
    }

    /** What an attempt works with. */
    private record Loaded(MailRow mail, MailContent content, SmtpChoice choice) {}

    TaskResult go(SmtpSender sender) throws InterruptedException {
        log.begin(parts.engine()
                .mapper()
                .readTree(run.task().payload())
                .path(Mails.TITLE)
                .asString(run.task().kind()));
        if (loaded.mail().in(State.WAITING).isEmpty()) {
            return end(loaded.mail(), "");
        }
        try {
            return record(attempt(sender));
        } catch (InterruptedException stopped) {
            return stopped(stopped);
        }
    }

    private static Loaded load(View view, TaskRun run, MailParts parts) {
        MailRow mail = MailRows.find(view, run.task().id()).orElseThrow();
        String content = parts.secrets().open(view, mail.content()).reveal();
        return new Loaded(
                mail,
                parts.engine().mapper().readValue(content, MailContent.class),
                parts.smtp().choice(view));
    }

    private SmtpAnswer attempt(SmtpSender sender) throws InterruptedException {
        return switch (loaded.choice()) {
            case SmtpChoice.Unusable(String sentence) -> new SmtpAnswer.Broken(sentence);
            case SmtpChoice.Usable(SmtpServer server, MailAddress from) -> {
                List<MailAddress> waiting = waiting(loaded.mail());
                log.line(
                        Level.INFO,
                        "Sending to "
                                + blind.list(waiting)
                                + " by " + server.address() + " (TLS: "
                                + server.tls().wireName() + ", Message-ID "
                                + loaded.mail().messageId() + ").");
                log.flush();
                yield sender.send(server, letter(from), waiting);
            }
        };
    }

    private static List<MailAddress> waiting(MailRow mail) {
        return mail.in(State.WAITING).stream()
                .map(entry -> new MailAddress(entry.address(), ""))
                .toList();
    }

    private Letter letter(MailAddress from) {
        MailContent content = loaded.content();
        return new Letter(
                loaded.mail().messageId(),
                loaded.mail().createdAt(),
                from,
                content.recipients(),
                content.subject(),
                content.body(),
                content.html(),
                content.priority());
    }

    /** Writes down what came of it; until that is stored, a crash sends the mail again. */
    private TaskResult record(SmtpAnswer answer) throws InterruptedException {
        MailRow after = stored(answer);
        return switch (answer) {
            case SmtpAnswer.Replies(var replies) -> {
                replies.forEach(log::reply);
                yield end(after, "");
            }
            case SmtpAnswer.Broken(String sentence) -> {
                log.line(Level.WARNING, sentence);
                yield end(after, sentence);
            }
        };
    }

    /** A write that fails is tried again for a moment, so that nobody gets the mail twice because of it. */
    private MailRow stored(SmtpAnswer answer) throws InterruptedException {
        for (int left = FURTHER_TRIES; ; left--) {
            try {
                return run.write(tx -> stored(tx, answer));
            } catch (DatabaseUnavailable unavailable) {
                if (left == 0) {
                    throw unavailable;
                }
                pause();
            }
        }
    }

    private static void pause() throws InterruptedException {
        boolean never = new Semaphore(0).tryAcquire(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
        if (never) {
            throw new IllegalStateException("Nobody gives this permit");
        }
    }

    private MailRow stored(Tx tx, SmtpAnswer answer) {
        String task = run.task().id();
        MailRows.attempted(tx, task);
        if (answer instanceof SmtpAnswer.Replies(var replies)) {
            replies.forEach(reply -> MailRows.answered(tx, task, reply));
        }
        return MailRows.find(tx, task).orElseThrow();
    }

    private TaskResult end(MailRow mail, String trouble) {
        Instant now = parts.engine().clock().instant();
        Optional<Instant> next = MailRetries.STANDARD.next(Math.max(1, mail.attempts()), now, mail.giveUpAt());
        MailVerdict verdict = MailVerdict.of(mail, trouble, next);
        TaskResult result = switch (verdict) {
            case MailVerdict.Sent() -> sent(mail);
            case MailVerdict.Again(Instant at) -> again(mail, Duration.between(now, at), at);
            case MailVerdict.Failed(String reason) -> failed(blind.text(reason));
        };
        if (log.hasWarning()) {
            run.change(tx -> parts.subjects().warned(tx, run.task().id()));
        }
        return result;
    }

    private TaskResult sent(MailRow mail) {
        int recipients = mail.envelope().size();
        log.line(Level.INFO, "Sent" + (recipients == 1 ? "." : " to all " + recipients + " recipients."));
        log.end(NodeStatus.SUCCESS);
        return new TaskResult.Succeeded();
    }

    private TaskResult again(MailRow mail, Duration pause, Instant at) {
        log.line(
                Level.WAIT,
                "It is tried again in " + pause.toSeconds() + " s, at " + at.truncatedTo(ChronoUnit.SECONDS) + ", for "
                        + blind.list(waiting(mail)) + ".");
        log.flush();
        return new TaskResult.Parked("another attempt to send", Optional.of(at), false);
    }

    private TaskResult failed(String reason) {
        log.line(Level.FATAL, reason);
        log.end(NodeStatus.FAILED);
        return new TaskResult.Failed(reason);
    }

    /** Cancelled, the task ends; otherwise it goes on elsewhere or later. */
    private TaskResult stopped(InterruptedException why) throws InterruptedException {
        if (!run.cancelRequested()) {
            log.flush();
            throw why;
        }
        log.line(
                Level.WARNING,
                "Cancelled. Who has not been accepted by now is not tried again. If the mail server had the whole mail already, it may have taken it.");
        log.end(NodeStatus.CANCELED);
        return new TaskResult.Canceled();
    }
}
