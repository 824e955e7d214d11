package tako.app.client;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The server refused a request; the message is what it said. */
public final class RequestRefused extends RuntimeException {
    private final int status;

    RequestRefused(String path, int status, JsonNode body) {
        super(sentence(path, status, body), null, false, false);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    private static String sentence(String path, int status, JsonNode body) {
        var said = Stream.concat(
                        Stream.of(body.path("ErrorMessage").asString("")),
                        body.path("Errors").valueStream().map(error -> error.asString("")))
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? "The server answered " + status + " to " + path + "." : said;
    }
}
