package tako.bench.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tako.server.library.variableset.VariableScope;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.DeploymentScope;
import tako.server.projects.variable.ItemScope;
import tako.server.projects.variable.Origin;
import tako.server.projects.variable.VariableSource;
import tako.server.resource.PropertyValue;

/** The variables of a project of the size at which people complain: 10,000 values of 4,000 names, scoped in all the usual ways. */
final class BigProject {
    static final int VALUES = 10_000;
    static final int NAMES = 4_000;
    private static final List<String> ENVIRONMENTS = List.of("Environments-1", "Environments-2", "Environments-3");

    /** A deployment to the third environment. */
    static final DeploymentScope DEPLOYMENT = DeploymentScope.of("Environments-3", "Channels-1", "Projects-1");

    private BigProject() {}

    static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < VALUES; number++) {
            String value =
                    number % 10 == 0 ? "#{Service" + (number + 1) % NAMES + ".Host}/" + number : "value " + number;
            candidates.add(new Candidate(
                    "Service" + number % NAMES + ".Host",
                    PropertyValue.of(value),
                    scope(number),
                    VariableSource.PROJECT,
                    Origin.of("Project")));
        }
        return candidates;
    }

    private static VariableScope scope(int number) {
        return switch (number % 10) {
            case 0, 1, 2 -> VariableScope.EVERYTHING;
            case 3, 4, 5, 6 -> VariableScope.of(VariableScope.ENVIRONMENT, ENVIRONMENTS.get(number % 3));
            case 7 -> VariableScope.of(VariableScope.ROLE, "web");
            case 8 -> VariableScope.of(VariableScope.MACHINE, "Machines-" + number % 50);
            default -> VariableScope.of(VariableScope.ACTION, "action-" + number % 7);
        };
    }

    /** Actions on targets, each unlike the one before. */
    static ItemScope item(int number) {
        return ItemScope.on("action-" + number % 7, "Machines-" + number % 50, Set.of("web", "db"), Set.of("web"));
    }
}
