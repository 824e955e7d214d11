package tako.steps.script;

import java.util.List;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;

/** The properties of a script step, by their wire names. */
final class ScriptProperties {
    static final String SOURCE = "Octopus.Action.Script.ScriptSource";
    static final String SYNTAX = "Octopus.Action.Script.Syntax";
    static final String BODY = "Octopus.Action.Script.ScriptBody";
    static final String FILE_NAME = "Octopus.Action.Script.ScriptFileName";
    static final String PARAMETERS = "Octopus.Action.Script.ScriptParameters";
    static final String ON_SERVER = "Octopus.Action.RunOnServer";
    static final String LIMIT = "Octopus.Action.ExecutionTimeout.Minutes";
    static final String FAIL_ON_ERRORS = "Octopus.Action.FailScriptOnErrorOutput";
    static final String FAIL_ON_UNRESOLVED = "OctopusShouldFailDeploymentOnSubstitutionFails";
    static final String INLINE = "Inline";

    /** What a form shows. */
    static final List<StepField> FIELDS = List.of(
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
