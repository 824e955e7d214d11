package tako.platform.http;

/** Where a route lives. */
public enum Scope {
    /** {@code /api/x} only. */
    SYSTEM,
    /** {@code /api/{spaceId}/x}, {@code /api/spaces/{idOrSlug}/x}, and {@code /api/x} for the default space. */
    SPACE,
    /** As {@link #SPACE}, but {@code /api/x} means every space the caller may see: {@link Call#space} is then "". */
    MIXED,
    /** Outside {@code /api}: the path is taken as written. */
    ROOT
}
