package tako.server.library.packages;

import java.util.List;
import java.util.Optional;

/** Which versions packages have, wherever their feeds lie. It may ask over the network: never to be called in a transaction. */
@FunctionalInterface
public interface PackageVersions {
    /** Knows no package. */
    PackageVersions NONE = (space, wanted) -> Optional.empty();

    /**
     * What is looked for.
     *
     * @param feed the feed by id, slug or name
     * @param rules what a version must pass
     */
    record Wanted(String feed, String packageId, List<VersionRule> rules) {
        public Wanted {
            rules = List.copyOf(rules);
        }
    }

    /**
     * The newest version that passes; empty when there is none, or no such feed.
     *
     * @throws tako.platform.http.Problem 400 with the reason when the feed does not answer
     */
    Optional<String> newest(String space, Wanted wanted);
}
