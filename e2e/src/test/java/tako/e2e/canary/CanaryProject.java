package tako.e2e.canary;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import tako.e2e.MailStep;
import tako.e2e.Setup;
import tako.e2e.Setup.Deployment;
import tako.e2e.Setup.ScriptedStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A project whose variables are secrets, and whose steps write them in every way that programs do. */
final class CanaryProject {
    private static final int FIRST_OF_LIBRARY = 31;
    private static final int FIRST_PROMPTED = 46;
    private static final String EACH =
            "for n in $(seq 1 " + Canaries.COUNT + "); do v=\"$(get_octopusvariable \"Canary$n\")\"\n";

    /** The steps, each a way in which secrets come into a log. */
    static final ScriptedStep[] STEPS = {
        new ScriptedStep(
                "Plain",
                "",
                EACH + "echo \"seen $n before\"; echo \"value $v end\"; echo \"err $v\" >&2\ndone\n"
                        + "echo \"#{Canary5} #{PlainCanary} #{Composite}\"\n"),
        new ScriptedStep("Encoded", "", EACH + """
                printf '%s' "$v" | base64 -w0; echo
                printf 'user:%s' "$v" | base64
                printf 'ab:%s' "$v" | base64 -w0; echo
                json="${v//\\\\/\\\\\\\\}"; json="${json//\\"/\\\\\\"}"; echo "{\\"password\\":\\"${json//$'\\n'/\\\\n}\\"}"
                printf '%s' "$v" | sed "s/&/\\&amp;/g; s/</\\&lt;/g; s/>/\\&gt;/g; s/\\"/\\&quot;/g; s/'/\\&apos;/g"; echo
                done
                """),
        new ScriptedStep("In pieces", "", EACH + """
                printf '%s' "${v:0:7}"; sleep 0.01; printf '%s\\n' "${v:7}"
                printf '%s\\r\\n' "$v"
                done
                head -c 1048570 /dev/zero | tr '\\0' x; get_octopusvariable Canary5; echo
                (set -x; : "$(get_octopusvariable Canary5)") 2>&1
                """),
        new ScriptedStep("Outputs", "", EACH + """
                set_octopusvariable "Secret$n" "$v" -sensitive
                set_octopusvariable "Around$n" "contains $v inside"
                done
                set_octopusvariable "$(get_octopusvariable Canary10)" "the name is the secret"
                """),
        new ScriptedStep("Inputs", "", """
                echo "#{Octopus.Action[Outputs].Output.Secret3} #{Octopus.Action[Outputs].Output.Around4}"
                echo "#{Octopus.Action[Outputs].Output.Secret6 | ToBase64}"
                """),
        new ScriptedStep("Files", "", """
                get_octopusvariable Canary7 > note.txt
                echo kept > kept.txt
                new_octopusartifact kept.txt "$(get_octopusvariable Canary10)"
                echo "##octopus[progress message='$(printf '%s' "$(get_octopusvariable Canary15)" | base64 -w0)' percentage='NTA=']"
                echo "##octopus[nonsense a='$(get_octopusvariable Canary20)']"
                """),
    };

    /** Steps of which each fails and says why; the secret is the reason. */
    static final ScriptedStep[] FAILING = {
        new ScriptedStep("Fails with a reason", "", "fail_step \"because of $(get_octopusvariable Canary25)\""),
        new ScriptedStep("Fails with an error of the shell", "", "#{Canary30}"),
    };

    /** A step that shows secrets until it is told to stop. */
    static final ScriptedStep ENDLESS = new ScriptedStep("Endless", "", """
            for ((n = 1; ; n++)); do echo "round $n"; get_octopusvariable Canary2; get_octopusvariable Canary10; sleep 0.1; done
            """);

    /** A mail that says secrets, and that nobody takes. */
    static final MailStep MAIL = new MailStep("ada@example.org", "It is #{Canary20}", "And #{Canary5}.", false);

    /** A port at which nothing listens. */
    private static final int CLOSED = 9;

    private final Setup setup;
    private final Canaries canaries;
    private final String environment;

    CanaryProject(Setup setup, Canaries canaries) {
        this.setup = setup;
        this.canaries = canaries;
        this.environment = setup.environment("Dev");
    }

    /** Makes secrets the password of the mail server, and of a user. */
    void keepPasswords() {
        ObjectNode mail =
                object().put("SmtpHost", "127.0.0.1").put("SmtpPort", CLOSED).put("SendEmailFrom", "tako@example.org");
        ObjectNode details = mail.putObject("Details")
                .put("CredentialType", "UsernamePassword")
                .put("SmtpLogin", "tako");
        details.putObject("SmtpPassword")
                .put("HasValue", true)
                .put("NewValue", canaries.number(10).value());
        setup.wire().put("/api/smtpconfiguration", mail).succeeded();
        setup.wire()
                .post(
                        "/api/users",
                        object().put("Username", "ada")
                                .put("DisplayName", "Ada")
                                .put("EmailAddress", "ada@example.org")
                                .put("IsActive", true)
                                .put("Password", canaries.number(15).value()))
                .succeeded();
    }

    /** Makes a project with these steps and all the secrets; answers its id. */
    String make(String name, ScriptedStep... steps) {
        String project = setup.project(name, steps);
        String library = id(setup.create("libraryvariablesets", object().put("Name", "Secrets of " + name)));
        variables("variableset-" + library, FIRST_OF_LIBRARY, FIRST_PROMPTED);
        String address = setup.path("projects/" + project);
        ObjectNode document = (ObjectNode) setup.wire().get(address).succeeded().json();
        document.putArray("IncludedLibraryVariableSetIds").add(library);
        setup.wire().put(address, document).succeeded();
        variables("variableset-" + project, 1, FIRST_OF_LIBRARY);
        variables("variableset-" + project, FIRST_PROMPTED, Canaries.COUNT + 1);
        return project;
    }

    private void variables(String set, int from, int until) {
        String address = setup.path("variables/" + set);
        ObjectNode document = (ObjectNode) setup.wire().get(address).succeeded().json();
        ArrayNode all = (ArrayNode) document.path("Variables");
        for (int number = from; number < until; number++) {
            Canary canary = canaries.number(number);
            ObjectNode variable = all.addObject()
                    .put("Name", canary.name())
                    .put("Type", "Sensitive")
                    .put("IsSensitive", true);
            if (number < FIRST_PROMPTED) {
                variable.put("Value", canary.value());
            } else {
                variable.putObject("Prompt").put("Label", canary.name()).put("Required", true);
            }
        }
        if (from == 1) {
            all.addObject().put("Name", "PlainCanary").put("Value", Canaries.PLAIN);
            all.addObject().put("Name", "Composite").put("Value", "composite #{Canary5} and #{Canary35}");
        }
        setup.wire().put(address, document).succeeded();
    }

    /** Deploys a release of it, answering the prompts. */
    Deployment deploy(String project, String version) {
        String release = setup.release(project, version);
        JsonNode form = setup.wire()
                .get(setup.path("releases/" + release + "/deployments/preview/" + environment))
                .succeeded()
                .json()
                .path("Form");
        ObjectNode body = object().put("ReleaseId", release).put("EnvironmentId", environment);
        ObjectNode values = body.putObject("FormValues");
        form.path("Elements")
                .forEach(element -> values.put(
                        element.path("Name").asString(),
                        answer(element.path("Control").path("Label").asString())));
        JsonNode deployment = setup.create("deployments", body);
        return new Deployment(id(deployment), deployment.path("TaskId").asString());
    }

    private String answer(String label) {
        return canaries.all().stream()
                .filter(canary -> canary.name().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
