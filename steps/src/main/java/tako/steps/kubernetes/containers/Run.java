package tako.steps.kubernetes.containers;

import java.util.Locale;
import tako.octostache.Variables;

/** Who makes the objects: the ids of a deployment or runbook run, "" where there is none. */
record Run(
        String action,
        String deployment,
        String tenant,
        String environment,
        String project,
        String runbookRun,
        String step) {
    private static final String UNTENANTED = "untenanted";

    static Run of(Variables variables) {
        String runbookRun = id(variables, Labels.RUNBOOK_RUN);
        String tenant = id(variables, Labels.TENANT);
        return new Run(
                id(variables, Labels.ACTION),
                runbookRun.isEmpty() ? id(variables, Labels.DEPLOYMENT) : "",
                tenant.isEmpty() ? UNTENANTED : tenant,
                id(variables, Labels.ENVIRONMENT),
                id(variables, Labels.PROJECT),
                runbookRun,
                id(variables, Labels.STEP));
    }

    private static String id(Variables variables, String name) {
        return variables.get(name).orElse("").strip();
    }

    /** The id of the deployment or of the runbook run, in small letters: the end of names that belong to it alone. */
    String suffix() {
        return (runbookRun.isEmpty() ? deployment : runbookRun).toLowerCase(Locale.ROOT);
    }
}
