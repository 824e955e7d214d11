package tako.server.people.permission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do, as clients read it to show or hide things.
 *
 * @param spacePermissions by permission name, one entry for each space it is held in
 * @param isPermissionsComplete whether nothing was left out that the reader may not see
 */
public record UserPermissionSet(
        String id,
        Map<String, List<Restriction>> spacePermissions,
        List<String> systemPermissions,
        List<TeamOfUser> teams,
        boolean isPermissionsComplete,
        boolean isTeamsComplete,
        Map<String, String> links) {

    /** Where a permission is held; empty lists restrict nothing. */
    public record Restriction(
            String spaceId,
            List<String> restrictedToProjectIds,
            List<String> restrictedToEnvironmentIds,
            List<String> restrictedToTenantIds,
            List<String> restrictedToProjectGroupIds) {
        /** The whole space. */
        static Restriction none(String space) {
            return new Restriction(space, List.of(), List.of(), List.of(), List.of());
        }
    }

    /** A team the user is in. */
    public record TeamOfUser(
            String id,
            String name,
            @Nullable String spaceId,
            boolean isDirectlyAssigned,
            List<String> externalSecurityGroups) {}
}
