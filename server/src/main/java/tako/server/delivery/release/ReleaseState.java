package tako.server.delivery.release;

/** What may become of a release. */
enum ReleaseState {
    /** It goes where its lifecycle lets it. */
    OPEN,
    /** A defect keeps it from further phases. */
    BLOCKED,
    /** It is gone. */
    DELETED
}
