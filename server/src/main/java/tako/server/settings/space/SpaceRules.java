package tako.server.settings.space;

import java.util.List;
import java.util.Optional;

/** What must hold for spaces. */
final class SpaceRules {
    private static final int SHOWN = 10;

    private SpaceRules() {}

    /** Why a space cannot be created as asked. */
    static Optional<String> creation(Space space) {
        return space.spaceManagersTeams().isEmpty()
                        && space.spaceManagersTeamMembers().isEmpty()
                ? Optional.of(
                        "A space needs somebody who manages it. Send the id of a user in SpaceManagersTeamMembers, or of"
                                + " a team in SpaceManagersTeams. Example: \"SpaceManagersTeams\": [\"teams-administrators\"]")
                : Optional.empty();
    }

    /**
     * Why a space cannot be deleted.
     *
     * @param remaining documents in it that it was not born with
     */
    static Optional<String> deletion(Space space, List<SpaceContents.Item> remaining) {
        if (space.isDefault()) {
            return Optional.of("Space '" + space.name()
                    + "' is the default space, which addresses without a space mean. It cannot be deleted.");
        }
        if (!space.taskQueueStopped()) {
            return Optional.of("Space '" + space.name()
                    + "' still runs tasks. Save it with TaskQueueStopped: true, then delete it.");
        }
        return remaining.isEmpty() ? Optional.empty() : Optional.of(occupied(space, remaining));
    }

    private static String occupied(Space space, List<SpaceContents.Item> remaining) {
        List<String> shown = remaining.stream()
                .limit(SHOWN)
                .map(item -> item.itemType() + " '" + item.name() + "' (" + item.id() + ")")
                .toList();
        String more = remaining.size() > SHOWN ? " and others" : "";
        return "Space '" + space.name() + "' is not empty: it holds " + String.join(", ", shown) + more
                + ". Delete those first.";
    }
}
