package tako.server.delivery.interruption;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.people.user.User;
import tako.server.resource.Members;
import tako.server.resource.Slice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes of questions. Taking and answering are open to whoever is signed in, because who may is said by the question: the service
 * decides.
 */
public final class InterruptionRoutes {
    private static final String VIEW = "InterruptionView";
    private static final String ONE = "/interruptions/{id}";
    private static final String[] FILTERS = {"ids", "regarding", "pendingOnly"};

    private final Answers answers;

    public InterruptionRoutes(Answers answers) {
        this.answers = answers;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/interruptions")
                        .needs(VIEW)
                        .query(FILTERS)
                        .summary("Lists interventions, the newest first")
                        .answersPage(InterruptionResource.class)
                        .does(this::list),
                Endpoint.get(ONE)
                        .needs(VIEW)
                        .summary("An intervention")
                        .answers(InterruptionResource.class)
                        .does(call -> Response.ok(answers.get(call.principal(), call.space(), call.path("id")))),
                Endpoint.get(ONE + "/responsible")
                        .needs(VIEW)
                        .summary("Who has taken responsibility for an intervention")
                        .answers(User.class)
                        .does(call ->
                                Response.ok(answers.responsible(call.principal(), call.space(), call.path("id")))),
                Endpoint.put(ONE + "/responsible")
                        .summary("Takes responsibility for an intervention, also from somebody else")
                        .answers(User.class)
                        .does(call -> Response.ok(answers.take(call.principal(), call.space(), call.path("id")))),
                Endpoint.post(ONE + "/submit")
                        .summary("Answers an intervention")
                        .answers(InterruptionResource.class)
                        .takes(
                                ObjectNode.class,
                                Map.of("Instructions", "", "Notes", "Looks good", "Result", "Proceed"),
                                this::submit));
    }

    private Response list(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, FILTERS);
        var query = new InterruptionQuery(
                call.queryList("ids"),
                call.queryList("regarding"),
                call.query("pendingOnly").filter("true"::equalsIgnoreCase).isPresent(),
                paging.skip(),
                paging.take());
        Slice<InterruptionResource> found = answers.list(call.principal(), call.space(), query);
        return Response.ok(paging.page("Interruption", found.items(), found.total()));
    }

    private Response submit(Call<ObjectNode> call) {
        var said = new Answers.Submission(
                verdict(text(call.body(), InterruptionForm.RESULT)), notes(text(call.body(), InterruptionForm.NOTES)));
        return Response.ok(answers.submit(call.principal(), call.space(), call.path("id"), said));
    }

    private static Decision.Verdict verdict(String written) {
        return Arrays.stream(Decision.Verdict.values())
                .filter(verdict -> verdict.wireName().equalsIgnoreCase(written.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("Result: '" + written
                        + "' is no answer. Send {\"Result\": \"Proceed\"} or {\"Result\": \"Abort\"}."));
    }

    private static String notes(String written) {
        if (written.length() > Answers.LONGEST_NOTES) {
            throw Problem.invalid("Notes: they are " + written.length() + " characters long, at most "
                    + Answers.LONGEST_NOTES + " are kept. Shorten them.");
        }
        return written;
    }

    /** A member's text; "" for none. */
    private static String text(ObjectNode body, String member) {
        Optional<JsonNode> value = Members.find(body, member);
        return value.map(node -> node.asString("")).orElse("");
    }
}
