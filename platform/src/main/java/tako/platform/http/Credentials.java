package tako.platform.http;

/** What a request shows to prove who sends it; never empty. */
public sealed interface Credentials {
    /** Who sends it, for the {@link Principal}. */
    Client client();

    /** An API key: {@code X-Octopus-ApiKey}, {@code X-NuGet-ApiKey}, or {@code ?apikey=}. */
    record ApiKey(String key, Client client) implements Credentials {
        @Override
        public String toString() {
            return "ApiKey[…]";
        }
    }

    /** A token: {@code Authorization: Bearer}. */
    record Bearer(String token, Client client) implements Credentials {
        @Override
        public String toString() {
            return "Bearer[…]";
        }
    }

    /** The cookie of a signed-in browser. */
    record SessionCookie(String token, Client client) implements Credentials {
        @Override
        public String toString() {
            return "SessionCookie[…]";
        }
    }

    /**
     * The other end.
     *
     * @param address the peer's address
     * @param userAgent its User-Agent header, "" if none
     */
    record Client(String address, String userAgent) {}
}
