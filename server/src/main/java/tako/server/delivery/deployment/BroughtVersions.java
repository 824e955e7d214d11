package tako.server.delivery.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.library.packages.Version;

/** Which versions of a project are new to an environment when one of them is deployed there. */
final class BroughtVersions {
    /** How many are told at most: the newest ones. */
    static final int MOST = 200;

    private BroughtVersions() {}

    /**
     * Every full version above the one that stands there, up to the deployed one, in order. A pre-release brings itself
     * alone, and pre-releases are left out of what a full version brings.
     *
     * @param standing the version that succeeded there last
     * @param all the project's, the deployed one among them
     */
    static List<Version> of(Version deployed, Optional<Version> standing, Collection<Version> all) {
        if (deployed.isPreRelease()) {
            return List.of(deployed);
        }
        List<Version> brought = Stream.concat(
                        all.stream().filter(version -> !version.key().equals(deployed.key())), Stream.of(deployed))
                .filter(version -> !version.isPreRelease() && version.compareTo(deployed) <= 0)
                .filter(version ->
                        standing.map(before -> version.compareTo(before) > 0).orElse(true))
                .sorted()
                .toList();
        return brought.subList(Math.max(0, brought.size() - MOST), brought.size());
    }
}
