package tako.app.testdrive;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import tako.app.client.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who signs off what runs in Test and Prod, and the step that asks them. */
final class SignOff {
    /** The step's name. */
    static final String STEP = "Deployment Sign Off";

    /** The step's type. */
    static final String TYPE = "Octopus.Manual";

    private static final String TEAM = "Stakeholders";
    private static final String USERNAME = "stakeholder";
    private static final int PASSWORD_BITS = 100;

    private final Seeds seeds;
    private final ApiClient api;
    private final Watcher watcher;

    SignOff(Seeds seeds, Watcher watcher) {
        this.seeds = seeds;
        this.api = seeds.api();
        this.watcher = watcher;
    }

    /** The id of the stakeholders' team, made with its one member when it is missing. */
    String team() {
        Optional<JsonNode> there = api.named("/api/teams?spaces=" + Seeds.SPACE_ID, TEAM);
        return there.map(Seeds::id).orElseGet(() -> {
            ObjectNode body = seeds.named(TEAM)
                    .put("Description", "Who has to agree before a release counts as deployed to Test or Prod.")
                    .put("SpaceId", Seeds.SPACE_ID);
            body.putArray("MemberUserIds").add(user());
            return Seeds.id(api.post("/api/teams", body));
        });
    }

    private String user() {
        return api.get("/api/users?take=2147483647&filter=" + USERNAME)
                .path("Items")
                .valueStream()
                .filter(user -> user.path("Username").asString("").equalsIgnoreCase(USERNAME))
                .findFirst()
                .map(Seeds::id)
                .orElseGet(this::newUser);
    }

    /** The password is for whoever started the test drive, and nowhere else. */
    private String newUser() {
        String password = new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
        ObjectNode body = api.body()
                .put("Username", USERNAME)
                .put("DisplayName", "Stakeholder")
                .put("EmailAddress", StatusMail.RECIPIENT)
                .put("IsActive", true)
                .put("IsService", false)
                .put("Password", password);
        String id = Seeds.id(api.post("/api/users", body));
        watcher.say("The user " + USERNAME + " of the team " + TEAM + " is made, with the password " + password
                + " (shown only now).");
        return id;
    }

    /**
     * The step.
     *
     * @param team the id of the team that is asked
     * @param page the address of an environment's page, as a template
     */
    ObjectNode action(String team, String page) {
        ObjectNode action = seeds.named(STEP).put("ActionType", TYPE);
        action.putObject("Properties")
                .put("Octopus.Action.RunOnServer", "true")
                .put(
                        "Octopus.Action.Manual.Instructions",
                        "Open the application and confirm it meets all the requirements.\n\nIt is at " + page)
                .put("Octopus.Action.Manual.ResponsibleTeamIds", team)
                .put("Octopus.Action.Manual.BlockConcurrentDeployments", "False");
        return action;
    }
}
