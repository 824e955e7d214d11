package tako.server.people.team;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tako.platform.database.View;
import tako.server.people.user.Users;
import tako.server.resource.Draft;

/** That there always is somebody who may do everything: the administrators have an active member. */
final class Administrators {
    private Administrators() {}

    /** Why the administrators cannot become these members; nothing for other teams, and where they had no active member before. */
    static Optional<String> problem(Draft<Team> draft) {
        boolean concerns = draft.after().id().equals(BuiltInTeam.ADMINISTRATORS.id());
        if (!concerns || draft.before().isEmpty()) {
            return Optional.empty();
        }
        return problem(
                draft.view(),
                draft.before().get().memberUserIds(),
                draft.after().memberUserIds());
    }

    /** Why the active members of the administrators cannot be those that are left. */
    static Optional<String> problem(View view, List<String> before, List<String> left) {
        return anyActive(view, left) || !anyActive(view, before)
                ? Optional.empty()
                : Optional.of("The administrators need at least one active member, or nobody could set up this server"
                        + " any more. Add another active user to the team 'Octopus Administrators' first.");
    }

    private static boolean anyActive(View view, List<String> users) {
        return !users.isEmpty()
                && view.query(
                                        "select count(*) from scope where dimension = :active and value = :yes and source in (<users>)")
                                .bind("active", Users.ACTIVE)
                                .bind("yes", Users.IS_ACTIVE)
                                .bindList(
                                        "users",
                                        users.stream()
                                                .map(id -> id.toLowerCase(Locale.ROOT))
                                                .toList())
                                .mapTo(Integer.class)
                                .one()
                        > 0;
    }
}
