package tako.server.library.feed.registry;

import java.util.Optional;

/** What the statuses of answers mean that are no success. */
final class StatusTroubles {
    private StatusTroubles() {}

    /** @param withCredentials whether credentials were shown */
    static RegistryTrouble of(Answer answer, boolean withCredentials) {
        return switch (answer.status()) {
            case 401 -> new RegistryTrouble.Unauthorized(withCredentials);
            case 403 -> new RegistryTrouble.Forbidden(withCredentials);
            case 404 -> new RegistryTrouble.NotFound();
            case 429 -> new RegistryTrouble.Throttled(Optional.empty());
            default ->
                answer.status() >= 500
                        ? new RegistryTrouble.Faulty(answer.status())
                        : new RegistryTrouble.NotARegistry("it answered with status " + answer.status());
        };
    }
}
