package tako.server.projects.variable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.View;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.project.Project;
import tako.server.resource.Stored;

/** Finds what releases have frozen. */
@FunctionalInterface
public interface ReleasedVariables {
    /** There are no releases. */
    ReleasedVariables NONE = (view, project, release) -> Optional.empty();

    /** What a release of a project has frozen, found by its version or id. */
    Optional<Released> of(View view, Stored<Project> project, String release);

    /**
     * What a release has frozen.
     *
     * @param channel the id of its channel
     * @param sets the project's first, then those of library sets
     * @param system the system variables that tell of it
     */
    record Released(String channel, DeploymentProcess process, List<VariableSet> sets, Map<String, String> system) {}
}
