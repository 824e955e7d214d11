package tako.server.library.feed.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asking for a token, as registries want it (the token flow of the distribution project). */
final class Tokens {
    private Tokens() {}

    /** Where to ask, for the service and scopes that the challenge names; empty when that is no address. */
    static Optional<URI> address(URI base, Challenge challenge) {
        String scopes = challenge.parameter("scope").orElse("");
        String query = Stream.concat(
                        challenge.parameter("service").map(name -> "service=" + encoded(name)).stream(),
                        Stream.of(scopes.split(" "))
                                .filter(scope -> !scope.isEmpty())
                                .map(scope -> "scope=" + encoded(scope)))
                .collect(Collectors.joining("&"));
        String realm = challenge.parameter("realm").orElse("");
        String joint = realm.contains("?") ? "&" : "?";
        return Addresses.resolve(base, query.isEmpty() ? realm : realm + joint + query);
    }

    /** The token in an answer, under either of its names. */
    static Optional<String> of(JsonNode answer) {
        return Stream.of("token", "access_token")
                .map(name -> answer.path(name).asString(""))
                .filter(token -> !token.isBlank() && token.chars().allMatch(letter -> letter > ' ' && letter < 127))
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
