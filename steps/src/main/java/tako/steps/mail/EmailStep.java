package tako.steps.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;
import tako.server.settings.mail.Mail;
import tako.server.settings.mail.MailRefused;
import tako.server.settings.mail.Mails;
import tako.server.settings.mail.smtp.Recipient;
import tako.server.settings.mail.smtp.Recipient.Kind;

/** Queues a mail about the deployment. A mail server that is down delays the mail, and the deployment only if the step says so. */
public final class EmailStep implements StepHandler<EmailRendering> {
    private static final int MOST_RECIPIENTS = 500;

    private final Mails mails;
    private final MailTeams teams;

    public EmailStep(Mails mails, MailTeams teams) {
        this.mails = mails;
        this.teams = teams;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(EmailProperties.ACTION_TYPE);
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.SERVER;
    }

    @Override
    public List<StepField> fields() {
        return EmailProperties.FIELDS;
    }

    /** The same mail is queued once, however often. */
    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.REPEAT;
    }

    /** The mail itself is tried again, for longer than a step would be. */
    @Override
    public boolean retriable() {
        return false;
    }

    @Override
    public EmailRendering render(RenderContext context) {
        return new EmailRenderer(context).render();
    }

    @Override
    public Outcome run(EmailRendering rendered, RunContext context) throws InterruptedException {
        rendered.notes().forEach(context.log()::warning);
        MailTeams.Found found = context.write(tx -> teams.find(tx, rendered.space(), rendered.teams()));
        found.warnings().forEach(context.log()::warning);
        List<Recipient> recipients = recipients(rendered, found);
        if (recipients.isEmpty()) {
            return new Outcome.Failed(
                    "Nobody is left who could get the mail: the teams of the step have no active member"
                            + " with an address. Add one, or write an address into the step.");
        }
        if (recipients.size() > MOST_RECIPIENTS) {
            return new Outcome.Failed("The mail would go to " + recipients.size() + " recipients, and at most "
                    + MOST_RECIPIENTS + " are possible. Use the address of a mailing list.");
        }
        return queue(mail(rendered, recipients), rendered.waits(), context);
    }

    private Outcome queue(Mail mail, boolean waits, RunContext context) throws InterruptedException {
        String task;
        try {
            task = context.write(tx -> mails.queue(tx, key(context.executionKey()), mail));
        } catch (MailRefused refused) {
            return new Outcome.Failed(refused.sentence());
        }
        context.log().info("Queued the mail to " + mail.shownRecipients() + " as " + task + ".");
        return waits ? new Outcome.Waits(new Awaited.End(task)) : new Outcome.Succeeded();
    }

    /** Every attempt of an item means the same mail. */
    private static String key(String execution) {
        int attempt = execution.lastIndexOf('#');
        return "step/" + (attempt < 0 ? execution : execution.substring(0, attempt));
    }

    private static Mail mail(EmailRendering rendered, List<Recipient> recipients) {
        return new Mail(
                rendered.space(),
                rendered.shown().subject(),
                recipients,
                rendered.letter().subject(),
                rendered.letter().body(),
                rendered.html(),
                rendered.priority(),
                rendered.related());
    }

    /** Named ones and members, each address once: in the first line that has it. */
    private static List<Recipient> recipients(EmailRendering rendered, MailTeams.Found found) {
        Map<String, Recipient> distinct = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<Recipient> line = new ArrayList<>(rendered.recipients().stream()
                    .filter(recipient -> recipient.kind() == kind)
                    .toList());
            found.addresses().getOrDefault(kind, List.of()).forEach(address -> line.add(new Recipient(kind, address)));
            line.forEach(recipient -> distinct.putIfAbsent(recipient.address().key(), recipient));
        }
        return List.copyOf(distinct.values());
    }
}
