package tako.server.library.feed;

import java.util.Optional;
import tako.platform.database.View;
import tako.server.resource.Absent;
import tako.server.resource.Documents;
import tako.server.resource.SecretReader;
import tako.server.resource.SensitiveMember;
import tako.server.resource.Stored;

/** Opens feeds together with their passwords. */
public final class FeedVault {
    private final Documents<Feed> feeds;
    private final SecretReader secrets;

    public FeedVault(Documents<Feed> feeds, SecretReader secrets) {
        this.feeds = feeds;
        this.secrets = secrets;
    }

    /** A feed of a space by id, slug or name; empty when there is none. */
    public Optional<FeedAccess> open(View view, String space, String text) {
        return feeds.named(view, space, text).map(feed -> access(view, feed));
    }

    private FeedAccess access(View view, Stored<Feed> stored) {
        Feed feed = stored.value();
        return new FeedAccess(
                stored.id(),
                feed.name(),
                feed.feedType(),
                Absent.orEmpty(feed.feedUri()).strip(),
                RegistryAddress.of(feed),
                Optional.of(Absent.orEmpty(feed.username()).strip()).filter(name -> !name.isEmpty()),
                SensitiveMember.secretId(stored.json(), "Password").map(id -> secrets.open(view, id)));
    }
}
