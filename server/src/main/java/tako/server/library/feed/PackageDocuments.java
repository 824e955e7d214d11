package tako.server.library.feed;

import java.util.Map;
import tako.server.library.feed.FeedPackages.Found;

/** Packages of feeds as clients read them. */
final class PackageDocuments {
    private PackageDocuments() {}

    /**
     * A package.
     *
     * @param latestVersion "": it is asked for when the versions are
     */
    record Description(String id, String name, String description, String latestVersion, Map<String, String> links) {}

    /**
     * A version of a package.
     *
     * @param sizeBytes 0 where it is not known
     */
    record PackageVersion(
            String id,
            String packageId,
            String feedId,
            String version,
            String title,
            String releaseNotes,
            long sizeBytes,
            Map<String, String> links) {}

    /** A version of a package in its older form; {@code NuGet…} are older names of the same. */
    record ListedPackage(
            String id,
            String packageId,
            String feedId,
            String version,
            String title,
            String summary,
            String description,
            String fileExtension,
            String nuGetPackageId,
            String nuGetFeedId,
            Map<String, String> links) {}

    static Description description(String name) {
        return new Description(name, name, "", "", Map.of());
    }

    static PackageVersion version(Found found) {
        return new PackageVersion(
                id(found), found.packageId(), found.feedId(), found.version(), found.packageId(), "", 0, Map.of());
    }

    static ListedPackage ofPackage(Found found) {
        return new ListedPackage(
                id(found),
                found.packageId(),
                found.feedId(),
                found.version(),
                found.packageId(),
                "",
                "",
                "",
                found.packageId(),
                found.feedId(),
                Map.of());
    }

    private static String id(Found found) {
        return "packages-" + found.packageId() + "." + found.version();
    }
}
