package tako.server.library.variableset;

import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Permissions;

/** Who may view and change which sets: those of the library have permissions of their own beside the ones for their values. */
final class VariableAccess {
    private final Permissions permissions;

    VariableAccess(Permissions permissions) {
        this.permissions = permissions;
    }

    /** @param id a set's id or that of a frozen copy. @throws Problem 403 */
    void requireView(Principal who, String space, String id) {
        require(who, space, id, "View");
    }

    /** @throws Problem 403 */
    void requireEdit(Principal who, String space, String id) {
        require(who, space, id, "Edit");
    }

    boolean mayView(Principal who, String space, String id) {
        return permissions.holds(who, "VariableView", space)
                && (!VariableSets.isLibrarySet(id) || permissions.holds(who, "LibraryVariableSetView", space));
    }

    /** What somebody sees of a set: nothing if they may not view it. */
    VisibleVariables seen(Principal who, String space, String id) {
        return new VisibleVariables(
                mayView(who, space, id) ? VariableReach.viewed(permissions, who, space) : VariableReach.NOTHING);
    }

    private void require(Principal who, String space, String id, String what) {
        if (VariableSets.isLibrarySet(id)) {
            permissions.require(who, "LibraryVariableSet" + what, space);
        }
        permissions.require(who, "Variable" + what, space);
    }
}
