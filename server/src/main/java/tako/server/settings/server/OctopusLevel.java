package tako.server.settings.server;

/**
 * Which level of Octopus's API is spoken. Clients compare it to switch features on and off; the program's own version stands in
 * the header {@code X-Tako-Version} and in the server's status.
 */
public final class OctopusLevel {
    /** What {@code Application} must be for clients. */
    public static final String APPLICATION = "Octopus Deploy";

    /** Strict {@code a.b.c}: a client refuses four parts or a leading letter. */
    public static final String VERSION = "2025.4.1000";

    /** Between 3.0.0 and 3.0.99, or a client refuses to talk. */
    public static final String API_VERSION = "3.0.0";

    private OctopusLevel() {}
}
