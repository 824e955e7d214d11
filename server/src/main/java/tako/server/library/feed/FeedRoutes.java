package tako.server.library.feed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.library.feed.FeedPackages.Search;
import tako.server.library.feed.PackageDocuments.Description;
import tako.server.library.feed.PackageDocuments.ListedPackage;
import tako.server.library.feed.PackageDocuments.PackageVersion;
import tako.server.library.packages.VersionFilter;
import tako.server.library.packages.VersionRule;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;
import tools.jackson.databind.node.ObjectNode;

/** Feeds over HTTP, and what they offer. */
public final class FeedRoutes {
    private static final String[] VERSION_FILTERS = {
        "packageId", "includePreRelease", "versionRange", "preReleaseTag", "filter", "includeReleaseNotes"
    };

    private final DocumentService<Feed> feeds;
    private final FeedPackages packages;

    public FeedRoutes(DocumentService<Feed> feeds, FeedPackages packages) {
        this.feeds = feeds;
        this.packages = packages;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(feeds).all().stream(), ours()).toList();
    }

    private Stream<Route<?>> ours() {
        return Stream.of(
                Endpoint.get("/feeds/stats")
                        .needs("FeedView")
                        .summary("Counts the packages of the built-in feed: it takes none yet")
                        .answers(ObjectNode.class)
                        .does(call -> Response.ok(Map.of("TotalPackages", 0))),
                Endpoint.post("/feeds/{id}/test")
                        .needs("FeedView")
                        .summary("Asks a feed whether it answers: the test after saving")
                        .answers(FeedPackages.TestResult.class)
                        .does(call -> Response.ok(packages.test(call.principal(), call.space(), call.path("id")))),
                Endpoint.get("/feeds/{id}/packages/search")
                        .needs("FeedView")
                        .query("term")
                        .summary("The packages of a feed whose names contain a term")
                        .answersPage(Description.class)
                        .does(this::search),
                Endpoint.get("/feeds/{id}/packages/versions")
                        .needs("FeedView")
                        .query(VERSION_FILTERS)
                        .summary("The versions of a package, newest first")
                        .answersPage(PackageVersion.class)
                        .does(this::versions),
                Endpoint.get("/feeds/{id}/packages")
                        .needs("FeedView")
                        .query(
                                "packageId",
                                "partialMatch",
                                "includeMultipleVersions",
                                "includeNotes",
                                "includePreRelease",
                                "versionRange",
                                "preReleaseTag",
                                "take")
                        .summary("Packages of a feed with their newest version, or with all of them")
                        .answersList(ListedPackage.class)
                        .does(this::list));
    }

    private Response search(Call<Void> call) {
        List<String> names = packages.packages(
                call.principal(),
                call.space(),
                call.path("id"),
                call.query("term").orElse(""));
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, "term");
        return Response.ok(paging.page(
                "Package",
                slice(names, paging).stream().map(PackageDocuments::description).toList(),
                names.size()));
    }

    private Response versions(Call<Void> call) {
        List<FeedPackages.Found> found = find(call, false, false);
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, VERSION_FILTERS);
        return Response.ok(paging.page(
                "PackageVersion",
                slice(found, paging).stream().map(PackageDocuments::version).toList(),
                found.size()));
    }

    private Response list(Call<Void> call) {
        boolean onlyNewest = !flag(call, "includeMultipleVersions", false);
        List<FeedPackages.Found> found = call.query("packageId").isEmpty()
                ? List.of()
                : find(call, flag(call, "partialMatch", false), onlyNewest);
        int take = call.queryInt("take", Paging.USUAL_TAKE);
        return Response.ok(
                found.stream().limit(take).map(PackageDocuments::ofPackage).toList());
    }

    private List<FeedPackages.Found> find(Call<Void> call, boolean partial, boolean onlyNewest) {
        var rule = new VersionRule(
                call.query("versionRange").orElse(""),
                call.query("preReleaseTag").orElse(""));
        var filter = new VersionFilter(
                List.of(rule),
                flag(call, "includePreRelease", true),
                call.query("filter").orElse(""));
        String name = call.query("packageId").orElse("");
        return packages.versions(
                call.principal(), call.space(), call.path("id"), new Search(name, partial, onlyNewest, filter));
    }

    private static boolean flag(Call<Void> call, String name, boolean absent) {
        return call.query(name).map("true"::equalsIgnoreCase).orElse(absent);
    }

    private static <T> List<T> slice(List<T> all, Paging paging) {
        return all.stream().skip(paging.skip()).limit(paging.take()).toList();
    }
}
