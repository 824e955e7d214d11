package tako.server.delivery.release;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.server.delivery.release.ReleaseCreation.OpenPlaces;
import tako.server.library.packages.PackageVersions;
import tako.server.library.packages.PackageVersions.Wanted;
import tako.server.projects.channel.ChannelRules;
import tako.server.projects.process.PackageSlot;

/** The newest versions of packages that nobody chose, from their feeds. It asks over the network, so it comes before the transaction. */
final class NewestPackages {
    private final PackageVersions feeds;

    NewestPackages(PackageVersions feeds) {
        this.feeds = feeds;
    }

    /** A version for each place that has one; the same package is asked for once. */
    Map<PackageSlot, String> of(String space, OpenPlaces open) {
        Map<Wanted, Optional<String>> asked = new HashMap<>();
        Map<PackageSlot, String> found = new LinkedHashMap<>();
        for (PackageSlot slot : open.slots()) {
            if (slot.isResolvable()) {
                var wanted = new Wanted(slot.feedId(), slot.packageId(), ChannelRules.versionsOf(open.channel(), slot));
                asked.computeIfAbsent(wanted, each -> feeds.newest(space, each))
                        .ifPresent(version -> found.put(slot, version));
            }
        }
        return found;
    }
}
