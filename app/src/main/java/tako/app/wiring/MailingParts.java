package tako.app.wiring;

import java.util.List;
import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.http.Route;
import tako.platform.log.LogStore;
import tako.platform.task.TaskEndListener;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskQueue;
import tako.server.delivery.task.TaskByHand;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.people.team.Memberships;
import tako.server.people.team.Teams;
import tako.server.people.user.Users;
import tako.server.settings.mail.MailEnds;
import tako.server.settings.mail.MailParts;
import tako.server.settings.mail.MailSubjects;
import tako.server.settings.mail.MailTask;
import tako.server.settings.mail.Mails;
import tako.server.settings.mail.SmtpConfigurations;
import tako.server.settings.mail.SmtpRoutes;
import tako.server.settings.mail.TestMails;
import tako.server.settings.mail.WaitingMails;
import tako.steps.mail.EmailStep;
import tako.steps.mail.MailTeams;

/** How the server sends mail, and who asks it to. */
final class MailingParts {
    /** The kinds of its tasks. */
    static final List<String> KINDS = List.of(Mails.KIND, TestMails.KIND);

    final MailTeams check;
    final EmailStep step;
    final TaskEndListener ends;
    final List<TaskHandler> handlers;
    final Map<String, TaskByHand> byHand;
    private final SmtpConfigurations smtp;

    MailingParts(Foundation foundation, LogStore logs, TaskQueue queue) {
        var engine = foundation.engine;
        var secrets = foundation.secrets;
        this.smtp = new SmtpConfigurations(engine, secrets::open, new WaitingMails(queue));
        var parts = new MailParts(engine, smtp, secrets, logs, new Subjects(new TaskSubjects(foundation.mapper)));
        var mails = new Mails(parts, queue, foundation.ids);
        var teams = new Teams(engine);
        this.check = new MailTeams(teams, new Memberships(new Users(engine), teams));
        this.step = new EmailStep(mails, check);
        this.ends = new MailEnds(secrets);
        this.handlers = MailTask.all(parts);
        this.byHand = Map.of(
                TestMails.KIND, new TaskByHand(List.of(TestMails.PERMISSION), true, new TestMails(mails)::queue));
    }

    List<Route<?>> routes() {
        return new SmtpRoutes(smtp).routes();
    }

    /** The rows of what tasks are about belong to the feature of tasks. */
    private record Subjects(TaskSubjects rows) implements MailSubjects {
        @Override
        public void record(Tx tx, String task, Subject subject) {
            var about = new TaskSubject.About("", "", "", "");
            rows.record(
                    tx, task, new TaskSubject(subject.description(), subject.arguments(), about, subject.related()));
        }

        @Override
        public void warned(Tx tx, String task) {
            TaskSubjects.warned(tx, task);
        }
    }
}
