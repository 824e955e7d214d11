package tako.server.library.feed;

/** How the image of a package is named in manifests. */
public final class ImageName {
    private ImageName() {}

    /**
     * {@code <registry>/<package>:<version>}. A version that is a digest ({@code sha256:…}) follows an {@code @}; without a registry the
     * name begins with the package.
     */
    public static String of(RegistryAddress registry, String packageId, String version) {
        String name = registry.text().isEmpty() ? packageId : registry.text() + "/" + packageId;
        if (version.isEmpty()) {
            return name;
        }
        return name + (version.contains(":") ? "@" : ":") + version;
    }

    /** The name of a package of a feed. */
    public static String of(Feed feed, String packageId, String version) {
        return of(RegistryAddress.of(feed), packageId, version);
    }
}
