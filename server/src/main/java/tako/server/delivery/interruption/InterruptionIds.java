package tako.server.delivery.interruption;

/** Ids of questions as clients write them. */
final class InterruptionIds {
    private static final String PREFIX = "Interruptions-";

    private InterruptionIds() {}

    /** An id in the letters in which it is stored. */
    static String canonical(String id) {
        return id.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? PREFIX + id.substring(PREFIX.length()) : id;
    }
}
