package tako.steps.kubernetes.containers;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lists and objects from texts that users wrote. */
final class JsonTexts {
    private static final int DEEPEST = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonTexts() {}

    /** The list or object that a text is, if it is one. */
    static Optional<JsonNode> container(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isContainer);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** Where a text stops being JSON: {@code line 2, column 5}. Nothing of the text itself, which may be secret. */
    static Optional<String> place(String text) {
        try {
            MAPPER.readTree(text);
            return Optional.empty();
        } catch (JacksonException broken) {
            return Optional.ofNullable(broken.getLocation())
                    .map(place -> "line " + place.getLineNr() + ", column " + place.getColumnNr());
        }
    }

    /** A tree as one line. */
    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
