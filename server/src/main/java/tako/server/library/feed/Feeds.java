package tako.server.library.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Dimensions;
import tako.server.resource.Documents;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.Scoping;
import tako.server.resource.SpaceDefaults;

/** Feeds: for now the built-in one of each space, as a document. */
public final class Feeds implements SpaceDefaults {
    /** The default space, whose built-in feed has the short id that clients and people know. */
    private static final String DEFAULT_SPACE = "Spaces-1";

    /** The descriptor. */
    public static final Kind<Feed> KIND = Kind.of(Feed.class, "Feed", "Feeds", "feed")
            .grants(new Grants("FeedView", "FeedEdit", "FeedEdit", "FeedEdit"))
            .scopings(feed -> Stream.of(new Scoping(Dimensions.FEED_TYPE, feed.feedType())))
            .filters(new Kind.Filter("feedType", Dimensions.FEED_TYPE))
            .links(feed -> Map.of(
                    "SearchPackagesTemplate",
                    "{self}/packages/search{?term,skip,take}",
                    "SearchPackageVersionsTemplate",
                    "{self}/packages/versions{?packageId,take,skip,includePreRelease,versionRange,preReleaseTag,filter,includeReleaseNotes}",
                    "SearchTemplate",
                    "{self}/packages{?packageId,partialMatch,includeMultipleVersions,includeNotes,includePreRelease,versionRange,preReleaseTag,take}",
                    "NotesTemplate",
                    "{self}/packages/notes{?packageId,version}"))
            .build();

    private final Documents<Feed> documents;

    public Feeds(Documents<Feed> documents) {
        this.documents = documents;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        String id = space.equals(DEFAULT_SPACE) ? "feeds-builtin" : "feeds-builtin-" + space;
        var feed = new Feed(
                id,
                space,
                "Octopus Server (built-in)",
                "octopus-server-built-in",
                "BuiltIn",
                null,
                List.of("Server", "ExecutionTarget"),
                Map.of());
        documents.insert(tx, who, space, id, documents.json(feed));
    }
}
