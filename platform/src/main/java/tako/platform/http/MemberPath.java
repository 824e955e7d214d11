package tako.platform.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A place in a JSON document: {@code Phases[0].Name}. */
record MemberPath(List<JacksonException.Reference> steps) {
    static MemberPath of(JacksonException failure) {
        return new MemberPath(failure.getPath());
    }

    /** As people read it; "The body" for the whole. */
    String shown() {
        var text = new StringBuilder();
        for (JacksonException.Reference step : steps) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return text.isEmpty() ? "The body" : text.toString();
    }

    /** What stands at this place of an example; of a list its first element serves for all. */
    Optional<JsonNode> find(JsonNode example) {
        Optional<JsonNode> at = Optional.of(example);
        for (JacksonException.Reference step : steps) {
            at = at.flatMap(node -> step(node, step.getPropertyName()));
        }
        return at.filter(node -> !node.isNull());
    }

    private static Optional<JsonNode> step(JsonNode node, @Nullable String member) {
        return Optional.ofNullable(member == null ? node.get(0) : node.get(member));
    }

    /** An example as it would stand in the body: with the member's name when it is the member's. */
    String label(Optional<JsonNode> member, String example) {
        boolean named =
                member.isPresent() && !steps.isEmpty() && steps.getLast().getPropertyName() != null;
        return named ? "\"" + steps.getLast().getPropertyName() + "\": " + example : example;
    }
}
