package tako.server.library.feed.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param from the address that answered, after redirects
 */
record Answer(URI from, int status, HttpHeaders headers, String body) {
    private static final int LONGEST_HEADER = 8192;

    /** The values of a header that are short enough to be read. */
    List<String> all(String name) {
        return headers.allValues(name).stream()
                .filter(value -> value.length() <= LONGEST_HEADER)
                .toList();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    boolean isRedirect() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> first("Location").isPresent();
            default -> false;
        };
    }
}
