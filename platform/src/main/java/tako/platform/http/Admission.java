package tako.platform.http;

/** Those whom the gate asks before a request may pass. */
public record Admission(
        Authenticator authenticator, SessionCookies cookies, SpaceResolver spaces, AccessCheck access) {}
