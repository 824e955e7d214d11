package tako.platform.http;

/**
 * Who makes a request, as authenticated.
 *
 * @param userId {@code Users-1}, {@code users-system} for the server itself
 * @param username as shown to people
 * @param establishedWith e.g. {@code API key 'ci'}, {@code Session cookie}
 * @param remoteAddress the peer's address, "" for the server itself
 * @param userAgent the client's User-Agent header, "" if none
 */
public record Principal(
        String userId, String username, String establishedWith, String remoteAddress, String userAgent) {}
