package tako.server.library.variableset;

import java.util.List;
import tako.platform.http.Principal;
import tako.server.resource.EnvironmentReach;
import tako.server.resource.Permissions;

/**
 * The values that a permission is held for.
 *
 * @param environments those that the permission is held in
 * @param unscoped whether it is also held for values that name no environment
 */
public record VariableReach(EnvironmentReach environments, boolean unscoped) {
    /** Every value. */
    public static final VariableReach EVERYTHING = new VariableReach(EnvironmentReach.EVERYWHERE, true);

    /** No value. */
    public static final VariableReach NOTHING = new VariableReach(EnvironmentReach.only(List.of()), false);

    /** The values that somebody may view; nothing without {@code VariableView}. Asked outside of transactions. */
    public static VariableReach viewed(Permissions permissions, Principal who, String space) {
        return of(permissions, who, space, "VariableView");
    }

    /** The values that somebody may change; nothing without {@code VariableEdit}. Asked outside of transactions. */
    public static VariableReach edited(Permissions permissions, Principal who, String space) {
        return of(permissions, who, space, "VariableEdit");
    }

    /** A permission without limits is also one for values without an environment; else that is a permission of its own. */
    private static VariableReach of(Permissions permissions, Principal who, String space, String permission) {
        if (!permissions.holds(who, permission, space)) {
            return NOTHING;
        }
        EnvironmentReach environments = permissions.environments(who, permission, space);
        boolean isUnlimited = environments instanceof EnvironmentReach.Everywhere;
        return new VariableReach(environments, isUnlimited || permissions.holds(who, permission + "Unscoped", space));
    }

    /** Whether it is held for one of the environments that a value is meant for. */
    boolean touches(Variable variable) {
        List<String> meant = variable.scope().values(VariableScope.ENVIRONMENT);
        return meant.isEmpty() ? unscoped : meant.stream().anyMatch(environments::includes);
    }

    /** Whether it is held for each of the environments that a value is meant for. */
    boolean covers(Variable variable) {
        List<String> meant = variable.scope().values(VariableScope.ENVIRONMENT);
        return meant.isEmpty() ? unscoped : meant.stream().allMatch(environments::includes);
    }
}
