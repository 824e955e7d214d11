package tako.steps.manual;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Question;
import tako.server.delivery.interruption.TeamLookup;
import tako.server.delivery.interruption.WrittenTime;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Conclusion;
import tako.server.delivery.step.Happened;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;

/** Stops a deployment until somebody of the responsible teams says whether it goes on. */
public final class ManualStep implements StepHandler<ManualRendering> {
    private static final String OUTPUT = "Manual.";

    private final TeamLookup teams;

    public ManualStep(TeamLookup teams) {
        this.teams = teams;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of("Octopus.Manual");
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.SERVER;
    }

    @Override
    public List<StepField> fields() {
        return ManualProperties.FIELDS;
    }

    /** The same question is asked once, however often. */
    @Override
    public AfterCrash afterCrash() {
        return AfterCrash.REPEAT;
    }

    /** Who has said no is not asked again. */
    @Override
    public boolean retriable() {
        return false;
    }

    @Override
    public ManualRendering render(RenderContext context) {
        return new ManualRenderer(context).render();
    }

    @Override
    public Outcome run(ManualRendering asked, RunContext context) throws InterruptedException {
        asked.notes().forEach(context.log()::warning);
        TeamLookup.Found found = context.write(tx -> teams.find(tx, asked.space(), asked.teams()));
        found.warnings().forEach(context.log()::warning);
        return new Outcome.Waits(new Awaited.Answer(
                new Question(asked.title(), asked.instructions(), found.ids(), asked.blocksOthers(), asked.within())));
    }

    @Override
    public Conclusion conclude(Happened happened) {
        return switch (happened) {
            case Happened.Decided(Decision decision) -> conclude(decision);
            case Happened.Ended ended -> Conclusion.usual(ended);
        };
    }

    private static Conclusion conclude(Decision decision) {
        return switch (decision) {
            case Decision.Answered answered -> conclude(answered);
            case Decision.Expired(var deadline) ->
                refused("Nobody answered until " + WrittenTime.of(deadline)
                        + ", so the deployment does not go on. Deploy again to be asked again.");
            case Decision.Withdrawn ignored -> refused("The intervention was withdrawn.");
        };
    }

    private static Conclusion conclude(Decision.Answered answered) {
        Outcome outcome = switch (answered.verdict()) {
            case PROCEED -> new Outcome.Succeeded();
            case ABORT ->
                new Outcome.Failed(answered.by().displayName() + " aborted."
                        + (answered.notes().isBlank() ? "" : " Notes: " + answered.notes()));
        };
        Decision.Person by = answered.by();
        return new Conclusion(
                outcome,
                Map.of(
                        OUTPUT + "Approved", approved(answered.verdict()),
                        OUTPUT + "Notes", answered.notes(),
                        OUTPUT + "ResponsibleUser.Id", by.id(),
                        OUTPUT + "ResponsibleUser.Username", by.username(),
                        OUTPUT + "ResponsibleUser.DisplayName", by.displayName(),
                        OUTPUT + "ResponsibleUser.EmailAddress", by.emailAddress()));
    }

    private static String approved(Decision.Verdict verdict) {
        return switch (verdict) {
            case PROCEED -> "True";
            case ABORT -> "False";
        };
    }

    private static Conclusion refused(String reason) {
        return new Conclusion(new Outcome.Failed(reason), Map.of(OUTPUT + "Approved", "False", OUTPUT + "Notes", ""));
    }
}
