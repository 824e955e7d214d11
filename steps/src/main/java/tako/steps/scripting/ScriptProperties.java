package tako.steps.scripting;

import java.util.List;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;

/** The properties of a script step, by their wire names. */
public final class ScriptProperties {
    public static final String SOURCE = "Octopus.Action.Script.ScriptSource";
    public static final String SYNTAX = "Octopus.Action.Script.Syntax";
    public static final String BODY = "Octopus.Action.Script.ScriptBody";
    public static final String FILE_NAME = "Octopus.Action.Script.ScriptFileName";
    public static final String PARAMETERS = "Octopus.Action.Script.ScriptParameters";
    public static final String ON_SERVER = "Octopus.Action.RunOnServer";
    public static final String LIMIT = "Octopus.Action.ExecutionTimeout.Minutes";
    public static final String FAIL_ON_ERRORS = "Octopus.Action.FailScriptOnErrorOutput";
    public static final String FAIL_ON_UNRESOLVED = "OctopusShouldFailDeploymentOnSubstitutionFails";
    public static final String INLINE = "Inline";

    /** What a form shows. */
    public static final List<StepField> FIELDS = List.of(
            new StepField(ON_SERVER, "Run on the server", Control.BOOLEAN, false, "false", List.of("true", "false")),
            new StepField(
                    SOURCE,
                    "Where the script is",
                    Control.CHOICE,
                    false,
                    INLINE,
                    List.of(INLINE, "Package", "GitRepository")),
            new StepField(
                    SYNTAX,
                    "Language",
                    Control.CHOICE,
                    false,
                    ScriptLanguage.POWERSHELL.wireName(),
                    ScriptLanguage.names()),
            new StepField(BODY, "Script", Control.CODE, false, "", List.of()),
            new StepField(FILE_NAME, "File in the package or repository", Control.TEXT, false, "", List.of()),
            new StepField(PARAMETERS, "Parameters of that file", Control.TEXT, false, "", List.of()),
            new StepField(
                    FAIL_ON_ERRORS,
                    "Fail when it writes errors",
                    Control.BOOLEAN,
                    false,
                    "False",
                    List.of("True", "False")),
            new StepField(LIMIT, "Longest time, in minutes", Control.NUMBER, false, "0", List.of()));

    private ScriptProperties() {}
}
