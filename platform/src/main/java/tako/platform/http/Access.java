package tako.platform.http;

/** Who may call a route; the check that counts is the service's. */
public sealed interface Access {
    /** Anybody, without credentials: a short golden list. */
    record Anonymous() implements Access {}

    /** Any signed-in user. */
    record SignedIn() implements Access {}

    /** Holders of a permission, by its wire name ({@code ProjectView}). */
    record Needs(String permission) implements Access {}
}
