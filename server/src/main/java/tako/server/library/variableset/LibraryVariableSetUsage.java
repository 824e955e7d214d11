package tako.server.library.variableset;

import java.util.List;
import java.util.Map;

/**
 * Which projects and releases use a library variable set.
 *
 * @param id the set's
 * @param countOfProjectsUserCannotSee how many more there are
 * @param countOfReleasesUserCannotSee how many more there are
 * @param countOfRunbookSnapshotsUserCannotSee 0 in this version
 */
public record LibraryVariableSetUsage(
        String id,
        List<OfProject> projects,
        int countOfProjectsUserCannotSee,
        int countOfReleasesUserCannotSee,
        int countOfRunbookSnapshotsUserCannotSee,
        Map<String, String> links) {
    /**
     * A project that uses the set.
     *
     * @param releases those that hold a frozen copy of its variables
     * @param runbookSnapshots none in this version
     * @param isCurrentlyBeingUsedInProject whether the project includes it now, and not only in releases
     */
    public record OfProject(
            String projectSlug,
            String projectName,
            String projectId,
            List<OfRelease> releases,
            List<Map<String, String>> runbookSnapshots,
            boolean isCurrentlyBeingUsedInProject) {}

    /** A release that holds a frozen copy of the set's variables. */
    public record OfRelease(String releaseId, String releaseVersion) {}
}
