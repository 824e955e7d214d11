package tako.steps.mail;

import java.util.List;
import java.util.Map;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;
import tako.server.settings.mail.smtp.Recipient.Kind;

/** The properties of a step that sends mail, by their wire names. */
final class EmailProperties {
    static final String ACTION_TYPE = "Octopus.Email";
    static final String TO = "Octopus.Action.Email.To";
    static final String TO_TEAMS = "Octopus.Action.Email.ToTeamIds";
    static final String CC = "Octopus.Action.Email.CC";
    static final String CC_TEAMS = "Octopus.Action.Email.CCTeamIds";
    static final String BCC = "Octopus.Action.Email.Bcc";
    static final String BCC_TEAMS = "Octopus.Action.Email.BccTeamIds";
    static final String SUBJECT = "Octopus.Action.Email.Subject";
    static final String BODY = "Octopus.Action.Email.Body";
    static final String IS_HTML = "Octopus.Action.Email.IsHtml";
    static final String PRIORITY = "Octopus.Action.Email.Priority";
    /** A property of ours: whether the step ends only when the mail server has taken the mail. */
    static final String WAIT = "Tako.Action.Email.WaitUntilSent";

    /** Where addresses stand, by the line of the mail; older step templates spell one differently. */
    static final Map<Kind, List<String>> ADDRESSES = Map.of(
            Kind.TO,
            List.of(TO),
            Kind.CC,
            List.of(CC, "Octopus.Action.Email.Cc"),
            Kind.BCC,
            List.of(BCC, "Octopus.Action.Email.BCC"));

    /** Where ids of teams stand. */
    static final Map<Kind, String> TEAMS = Map.of(Kind.TO, TO_TEAMS, Kind.CC, CC_TEAMS, Kind.BCC, BCC_TEAMS);

    /** What a form shows. */
    static final List<StepField> FIELDS = List.of(
            text(TO, "To"),
            text(TO_TEAMS, "To the members of teams"),
            text(CC, "CC"),
            text(CC_TEAMS, "CC to the members of teams"),
            text(BCC, "BCC"),
            text(BCC_TEAMS, "BCC to the members of teams"),
            new StepField(SUBJECT, "Subject", Control.TEXT, true, "", List.of()),
            new StepField(BODY, "Body", Control.MULTILINE, true, "", List.of()),
            new StepField(IS_HTML, "The body is HTML", Control.BOOLEAN, false, "False", List.of("True", "False")),
            new StepField(PRIORITY, "Priority", Control.CHOICE, false, "Normal", List.of("Low", "Normal", "High")),
            new StepField(
                    WAIT, "Wait until the mail is sent", Control.BOOLEAN, false, "False", List.of("True", "False")));

    private EmailProperties() {}

    private static StepField text(String key, String label) {
        return new StepField(key, label, Control.TEXT, false, "", List.of());
    }
}
