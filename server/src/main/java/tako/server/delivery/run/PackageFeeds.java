package tako.server.delivery.run;

import java.util.Optional;
import tako.platform.database.View;
import tako.server.delivery.step.RenderContext.FeedInUse;

/** Finds the feeds that actions name. */
@FunctionalInterface
public interface PackageFeeds {
    /** A feed of a space by id, slug or name, as it is now. */
    Optional<FeedInUse> find(View view, String space, String named);
}
