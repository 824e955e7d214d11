package tako.steps.manual;

import java.util.List;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;

/** The properties of a manual intervention, by their wire names. */
public final class ManualProperties {
    public static final String INSTRUCTIONS = "Octopus.Action.Manual.Instructions";
    /** Ids, slugs or names, joined by commas; none for administrators alone. */
    public static final String TEAMS = "Octopus.Action.Manual.ResponsibleTeamIds";

    public static final String BLOCKS = "Octopus.Action.Manual.BlockConcurrentDeployments";
    /** Ours: after how many minutes without an answer the step fails; absent for as long as the server lets questions wait. */
    public static final String DEADLINE = "Tako.Action.Manual.DeadlineMinutes";

    /** What people call the property that holds the teams. */
    public static final String TEAMS_LABEL = "Responsible teams";

    /** What a form shows. */
    public static final List<StepField> FIELDS = List.of(
            new StepField(INSTRUCTIONS, "Instructions", Control.MULTILINE, true, "", List.of()),
            new StepField(TEAMS, TEAMS_LABEL, Control.TEXT, false, "", List.of()),
            new StepField(
                    BLOCKS, "Block concurrent deployments", Control.BOOLEAN, false, "False", List.of("True", "False")),
            new StepField(DEADLINE, "Longest wait, in minutes", Control.NUMBER, false, "", List.of()));

    private ManualProperties() {}
}
