package tako.server.settings.mail;

import java.util.List;
import java.util.Set;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.log.LogFenced;
import tako.platform.log.LogUnavailable;
import tako.platform.log.LogWriter;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskLost;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;
import tako.server.settings.mail.smtp.SmtpSender;

/** Runs the tasks that send mails: one attempt each time, and a pause without thread or slot in between. */
public final class MailTask implements TaskHandler {
    private final String kind;
    private final MailParts parts;
    private final SmtpSender sender = new SmtpSender();

    private MailTask(String kind, MailParts parts) {
        this.kind = kind;
        this.parts = parts;
    }

    /** One for each kind of tasks that send mail. */
    public static List<TaskHandler> all(MailParts parts) {
        return List.of(new MailTask(Mails.KIND, parts), new MailTask(TestMails.KIND, parts));
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Slot slot() {
        return Slot.CHORE;
    }

    @Override
    public Set<Integer> formats() {
        return Set.of(Mails.FORMAT);
    }

    @Override
    public TaskResult run(TaskRun run) throws InterruptedException {
        TaskRow task = run.task();
        try (LogWriter writer = parts.logs().writer(task.id(), task.epoch())) {
            return MailRun.of(run, parts, writer).go(sender);
        } catch (LogFenced fenced) {
            throw new TaskLost(task.id());
        } catch (LogUnavailable unavailable) {
            throw new DatabaseUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }
}
