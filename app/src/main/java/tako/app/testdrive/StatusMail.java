package tako.app.testdrive;

import java.time.Duration;
import java.util.Optional;
import tako.app.client.ApiClient;
import tools.jackson.databind.node.ObjectNode;

/** The mail about each deployment to Test and Prod, and the mail server that it goes to. */
final class StatusMail {
    /** The step's name and the mail's subject. */
    static final String STEP = "Random quotes deployment status";

    /** Whom it is for. */
    static final String RECIPIENT = "stakeholder@example.org";

    private static final String SENDER = "tako@example.org";
    private static final String HOST = "127.0.0.1";
    private static final String CONFIGURATION = "/api/smtpconfiguration";
    private static final Duration TIMEOUT = Duration.ofSeconds(12);
    private static final String BODY = """
            Deployment to #{Octopus.Environment.Name}
            #{each step in Octopus.Step}
            StepName: #{step}
            Status: #{step.Status.Code}
            #{/each}""";

    private final Seeds seeds;
    private final ApiClient api;

    StatusMail(Seeds seeds) {
        this.seeds = seeds;
        this.api = seeds.api();
    }

    /**
     * Has the server send its mail to the catcher, whose port is another one at each start.
     *
     * @return the mail server that people have configured instead, which stays
     */
    Optional<String> follow(int port) {
        ObjectNode there = (ObjectNode) api.get(CONFIGURATION);
        String host = there.path("SmtpHost").asString("");
        boolean isOurs =
                host.equals(HOST) && there.path("SendEmailFrom").asString("").equals(SENDER);
        if (!host.isEmpty() && !isOurs) {
            return Optional.of(host);
        }
        ObjectNode wanted = there.deepCopy()
                .put("SmtpHost", HOST)
                .put("SmtpPort", port)
                .put("SendEmailFrom", SENDER)
                .put("EnableSsl", false)
                .put("Timeout", Math.toIntExact(TIMEOUT.toMillis()));
        wanted.putObject("Details").put("CredentialType", "None");
        if (!wanted.equals(there)) {
            api.put(CONFIGURATION, wanted);
        }
        return Optional.empty();
    }

    /** The step. */
    ObjectNode action() {
        ObjectNode action = seeds.named(STEP).put("ActionType", "Octopus.Email");
        action.putObject("Properties")
                .put("Octopus.Action.RunOnServer", "true")
                .put("Octopus.Action.Email.To", RECIPIENT)
                .put("Octopus.Action.Email.Subject", STEP)
                .put("Octopus.Action.Email.Body", BODY)
                .put("Octopus.Action.Email.IsHtml", "False")
                .put("Octopus.Action.Email.Priority", "Normal");
        return action;
    }
}
