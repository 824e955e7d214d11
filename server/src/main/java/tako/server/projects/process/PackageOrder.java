package tako.server.projects.process;

import java.util.ArrayList;
import java.util.List;

/** Where steps stand to the moment at which packages are fetched: there is one such moment in a process, and it must exist. */
final class PackageOrder {
    private static final String NOT_ACQUIRED = "NotAcquired";

    private PackageOrder() {}

    /** The steps that contradict each other or themselves, each a sentence. */
    static List<String> problems(DeploymentProcess process) {
        List<String> problems = new ArrayList<>();
        String after = "";
        for (Step step : process.steps()) {
            String where = "Step '" + step.label() + "', PackageRequirement: ";
            switch (step.packageRequirement()) {
                case BEFORE_PACKAGE_ACQUISITION -> {
                    if (!after.isEmpty()) {
                        problems.add(where + "it is to run before packages are fetched, and stands behind step '"
                                + after + "', which is to run after that. Move it up, or let one of them be decided.");
                    }
                    if (needsPackages(step)) {
                        problems.add(where + "it is to run before packages are fetched, and uses packages itself."
                                + " Choose LetOctopusDecide or AfterPackageAcquisition.");
                    }
                }
                case AFTER_PACKAGE_ACQUISITION -> after = step.label();
                case LET_OCTOPUS_DECIDE -> {}
            }
        }
        return problems;
    }

    private static boolean needsPackages(Step step) {
        return step.actions().stream()
                .filter(action -> !action.isDisabled())
                .flatMap(action -> action.packages().stream())
                .anyMatch(one -> !NOT_ACQUIRED.equalsIgnoreCase(one.acquisitionLocation()));
    }
}
