package tako.server.library.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Dimensions;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Members;
import tako.server.resource.Scoping;
import tako.server.resource.SensitiveMember;
import tako.server.resource.Slice;
import tako.server.resource.SpaceDefaults;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Feeds, and the built-in one that each space is born with. */
public final class Feeds implements DocumentService<Feed>, SpaceDefaults {
    /** The default space, whose built-in feed has the short id that clients and people know. */
    private static final String DEFAULT_SPACE = "Spaces-1";

    private static final List<String> SECRETS = List.of("Password", "SecretKey", "ServiceAccountJsonKey");

    /** The built-in feed stands first: clients take the first feed for it. */
    private static final String BUILT_IN_FIRST =
            "case when id_key like '" + FeedRules.BUILT_IN_ID + "%' then 0 else 1 end, name_key, id_key";

    /** The descriptor. */
    public static final Kind<Feed> KIND = Kind.of(Feed.class, "Feed", "Feeds", "feed")
            .grants(new Grants("FeedView", "FeedEdit", "FeedEdit", "FeedEdit"))
            .order(BUILT_IN_FIRST)
            .scopings(feed -> Stream.of(new Scoping(Dimensions.FEED_TYPE, feed.feedType())))
            .filters(new Kind.Filter("feedType", Dimensions.FEED_TYPE))
            .rules(draft -> FeedRules.problems(draft.after()))
            .completion(Feeds::complete)
            .links(feed -> Map.of(
                    "SearchPackagesTemplate",
                    "{self}/packages/search{?term,skip,take}",
                    "SearchPackageVersionsTemplate",
                    "{self}/packages/versions{?packageId,take,skip,includePreRelease,versionRange,preReleaseTag,filter,includeReleaseNotes}",
                    "SearchTemplate",
                    "{self}/packages{?packageId,partialMatch,includeMultipleVersions,includeNotes,includePreRelease,versionRange,preReleaseTag,take}",
                    "NotesTemplate",
                    "{self}/packages/notes{?packageId,version}"))
            .example(Map.of(
                    "Name", "Registry",
                    "FeedType", "Docker",
                    "FeedUri", "https://registry.example.org"))
            .build();

    private final Documents<Feed> documents;

    public Feeds(Documents<Feed> documents) {
        this.documents = documents;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        String id = space.equals(DEFAULT_SPACE) ? FeedRules.BUILT_IN_ID : FeedRules.BUILT_IN_ID + "-" + space;
        var feed = new Feed(
                id,
                space,
                "Octopus Server (built-in)",
                "octopus-server-built-in",
                FeedType.BUILT_IN.name(),
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
        documents.insert(tx, who, space, id, documents.json(feed));
    }

    @Override
    public Kind<Feed> kind() {
        return KIND;
    }

    @Override
    public Slice<Stored<Feed>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<Feed> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    @Override
    public Stored<Feed> create(Principal principal, String space, ObjectNode body) {
        return documents.create(principal, space, body);
    }

    @Override
    public Stored<Feed> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        return documents.update(principal, space, idOrSlug, body);
    }

    /** @throws Problem 400 for the built-in feed */
    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        if (FeedRules.isBuiltIn(documents.get(principal, space, idOrSlug).id())) {
            throw Problem.invalid(
                    "The built-in feed belongs to its space and cannot be deleted. Feeds that were added" + " can be.");
        }
        documents.delete(principal, space, idOrSlug);
    }

    @Override
    public ObjectNode present(Stored<Feed> stored) {
        return documents.present(stored);
    }

    /** Puts the type in the wire's letters, and what clients expect of it where nothing was sent. */
    private static void complete(View view, String space, ObjectNode json) {
        SECRETS.stream()
                .filter(member -> Members.find(json, member)
                        .filter(sent -> !sent.isNull())
                        .isPresent())
                .forEach(member -> SensitiveMember.normalise(json, member));
        FeedType.of(json.path("FeedType").asString("")).ifPresent(type -> {
            json.put("FeedType", type.name());
            if (json.path("PackageAcquisitionLocationOptions").isEmpty()) {
                type.locations().forEach(json.withArray("PackageAcquisitionLocationOptions")::add);
            }
            type.members().forEach(member -> fill(json, member));
        });
    }

    private static void fill(ObjectNode json, FeedType.Member member) {
        if (Members.find(json, member.name()).filter(sent -> !sent.isNull()).isPresent()) {
            return;
        }
        Members.remove(json, member.name());
        switch (member) {
            case FeedType.Member.Flag(String name) -> json.put(name, false);
            case FeedType.Member.Count(String name, int value) -> json.put(name, value);
        }
    }
}
