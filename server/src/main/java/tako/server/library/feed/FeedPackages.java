package tako.server.library.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.library.packages.PackageVersions;
import tako.server.library.packages.VersionFilter;
import tako.server.resource.Engine;
import tako.server.resource.Permissions;

/** What feeds offer. A feed is read from the database first and asked afterwards, never both at once. */
public final class FeedPackages implements PackageVersions {
    /** How many packages are asked for their versions when a part of their name was given. */
    private static final int MOST_MATCHES = 10;

    private final Database database;
    private final Permissions permissions;
    private final FeedVault vault;
    private final FeedClient client;

    public FeedPackages(Engine engine, FeedVault vault, FeedClient client) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.vault = vault;
        this.client = client;
    }

    /** A version of a package. */
    public record Found(String feedId, String packageId, String version) {}

    /**
     * What is looked for.
     *
     * @param packageId the package
     * @param partial whether {@code packageId} is but a part of its name
     * @param onlyNewest whether one version of each package is enough
     */
    public record Search(String packageId, boolean partial, boolean onlyNewest, VersionFilter versions) {}

    /**
     * Whether a feed answers.
     *
     * @param message what was seen, or why not and what to do
     */
    public record TestResult(boolean succeeded, String message) {}

    /** The packages whose names contain a term, by name. @throws Problem 404 for the feed, 400 with the reason when it does not answer */
    public List<String> packages(Principal who, String space, String feed, String term) {
        return client.packages(open(who, space, feed), term).stream().sorted().toList();
    }

    /** The versions of packages, newest first. @throws Problem as {@link #packages}, also for a package that is not named */
    public List<Found> versions(Principal who, String space, String feed, Search search) {
        FeedAccess access = open(who, space, feed);
        List<String> problems = Stream.concat(
                        search.packageId().isBlank()
                                ? Stream.of("packageId: say which package, as in packageId=team/web.")
                                : Stream.empty(),
                        search.versions().problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return named(access, search)
                .flatMap(name -> versions(access, name, search))
                .toList();
    }

    /** Asks a feed whether it answers; that it does not is an answer too. @throws Problem 404 for the feed */
    public TestResult test(Principal who, String space, String feed) {
        FeedAccess access = open(who, space, feed);
        try {
            return new TestResult(true, client.test(access));
        } catch (Problem why) {
            return new TestResult(
                    false, String.join(" ", why.errors().isEmpty() ? List.of(why.getMessage()) : why.errors()));
        }
    }

    @Override
    public Optional<String> newest(String space, Wanted wanted) {
        return database.read(view -> vault.open(view, space, wanted.feed()))
                .flatMap(feed ->
                        VersionFilter.of(wanted.rules()).newestFirst(client.versions(feed, wanted.packageId())).stream()
                                .findFirst());
    }

    private Stream<String> named(FeedAccess feed, Search search) {
        return search.partial()
                ? client.packages(feed, search.packageId()).stream().sorted().limit(MOST_MATCHES)
                : Stream.of(search.packageId().strip());
    }

    private Stream<Found> versions(FeedAccess feed, String packageId, Search search) {
        return search.versions().newestFirst(client.versions(feed, packageId)).stream()
                .limit(search.onlyNewest() ? 1 : Long.MAX_VALUE)
                .map(version -> new Found(feed.id(), packageId, version));
    }

    private FeedAccess open(Principal who, String space, String feed) {
        permissions.require(who, "FeedView", space);
        return database.read(view -> vault.open(view, space, feed)).orElseThrow(() -> Problem.notFound(feed));
    }
}
