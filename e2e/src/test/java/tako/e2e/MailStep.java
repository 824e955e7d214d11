package tako.e2e;

import static tako.e2e.Setup.object;

import tools.jackson.databind.node.ObjectNode;

/**
 * A step that sends mail, however the steps before it end.
 *
 * @param waits whether it ends only when the mail is sent
 */
public record MailStep(String to, String subject, String body, boolean waits) {
    private static final String NAME = "Tell";

    /** Adds it behind the other steps of a project. */
    public void addTo(Setup setup, String project) {
        String address = setup.path("projects/" + project + "/deploymentprocesses");
        ObjectNode process = (ObjectNode) setup.wire().get(address).succeeded().json();
        ObjectNode step =
                process.withArray("Steps").addObject().put("Name", NAME).put("Condition", "Always");
        step.putArray("Actions").add(action());
        setup.wire().put(address, process).succeeded();
    }

    private ObjectNode action() {
        ObjectNode action = object().put("Name", NAME).put("ActionType", "Octopus.Email");
        action.putObject("Properties")
                .put("Octopus.Action.Email.To", to)
                .put("Octopus.Action.Email.Subject", subject)
                .put("Octopus.Action.Email.Body", body)
                .put("Octopus.Action.RunOnServer", "true")
                .put("Tako.Action.Email.WaitUntilSent", waits ? "True" : "False");
        return action;
    }
}
