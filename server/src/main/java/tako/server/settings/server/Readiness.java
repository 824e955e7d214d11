package tako.server.settings.server;

import java.util.Optional;

/** Whether this node can do its work. */
@FunctionalInterface
public interface Readiness {
    /** Why not, in a sentence; nothing when it can. */
    Optional<String> obstacle();
}
