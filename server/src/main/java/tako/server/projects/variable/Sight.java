package tako.server.projects.variable;

import java.util.Optional;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableReach;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VisibleVariables;
import tako.server.resource.Permissions;

/**
 * What somebody may see in a space; asked before a transaction.
 *
 * @param variables which values they may see
 * @param librarySets the same of library sets, if they may see any
 * @param credentials certificates and accounts
 */
record Sight(
        String space,
        VariableReach variables,
        Optional<VariableReach> librarySets,
        boolean processes,
        boolean targets,
        boolean credentials) {
    private static final String VIEW = "VariableView";
    private static final String LIBRARY_VIEW = "LibraryVariableSetView";

    /** @throws Problem 403 for somebody who may see no variables, or not what the question names */
    static Sight of(Permissions permissions, Principal principal, String space, Question question) {
        permissions.require(principal, VIEW, space);
        question.release().ifPresent(release -> permissions.require(principal, "ReleaseView", space));
        question.place().machine().ifPresent(machine -> permissions.require(principal, "MachineView", space));
        VariableReach variables = VariableReach.viewed(permissions, principal, space);
        return new Sight(
                space,
                variables,
                permissions.holds(principal, LIBRARY_VIEW, space) ? Optional.of(variables) : Optional.empty(),
                permissions.holds(principal, "ProcessView", space),
                permissions.holds(principal, "MachineView", space),
                permissions.holds(principal, "CertificateView", space)
                        && permissions.holds(principal, "AccountView", space));
    }

    /** @throws Problem 403 unless they may see the variables of an environment */
    void check(String environment) {
        if (!variables.environments().includes(environment)) {
            throw Problem.forbidden("You may not view the variables of " + environment
                    + ". Ask an administrator for the permission VariableView there.");
        }
    }

    /** A project's set without the values for environments that they may not see. */
    VariableSet ofProject(VariableSet set) {
        return new VisibleVariables(variables).of(set);
    }

    /** Whether they may see a variable of a library set. */
    boolean seesOfLibrary(Variable variable) {
        return librarySets
                .map(VisibleVariables::new)
                .filter(visible -> visible.sees(variable))
                .isPresent();
    }
}
