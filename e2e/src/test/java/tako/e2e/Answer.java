package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered.
 *
 * @param request method and address, for messages
 * @param type the content type, "" when there is none
 */
public record Answer(String request, int status, String type, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The body as JSON; the missing node when there is none. */
    public JsonNode json() {
        return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
    }

    /** This answer, which must be one of success. */
    public Answer succeeded() {
        assertThat(status).as("%s answered %s", request, text).isBetween(200, 299);
        return this;
    }
}
