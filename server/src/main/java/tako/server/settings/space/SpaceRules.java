package tako.server.settings.space;

import java.util.Optional;

/** What must hold for spaces. */
final class SpaceRules {
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

    /** Why a space cannot be deleted, whatever lies in it. */
    static Optional<String> deletion(Space space) {
        if (space.isDefault()) {
            return Optional.of("Space '" + space.name()
                    + "' is the default space, which addresses without a space mean. It cannot be deleted.");
        }
        return space.taskQueueStopped()
                ? Optional.empty()
                : Optional.of("Space '" + space.name()
                        + "' still runs tasks. Save it with TaskQueueStopped: true, then delete it.");
    }
}
