package tako.server.delivery.run;

import java.util.Optional;
import tako.server.projects.process.Action;

/** Whether an action belongs to a run at all, before anything has happened in it. */
final class Applicability {
    private Applicability() {}

    /** Why it does not, as the end of a sentence; empty when it does. */
    static Optional<String> of(Action action, RunSpec.Place place) {
        if (action.isDisabled()) {
            return Optional.of("it is disabled");
        }
        if (!action.isInEnvironment(place.environmentId())) {
            return Optional.of("it does not run in this environment");
        }
        if (!place.channelId().map(action::isInChannel).orElse(true)) {
            return Optional.of("it does not belong to this channel");
        }
        if (!action.tenantTags().isEmpty()) {
            return Optional.of("it runs only for tenants with certain tags");
        }
        return Optional.empty();
    }
}
