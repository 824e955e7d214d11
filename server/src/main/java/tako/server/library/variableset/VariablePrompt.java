package tako.server.library.variableset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * That whoever deploys is asked for a value.
 *
 * @param label what the question is called
 * @param description what it means
 * @param required whether it must be answered
 * @param displaySettings how it is asked, {@code Octopus.ControlType} and more
 * @param unknown members that this server does not know, kept
 */
public record VariablePrompt(
        @Nullable String label,
        @Nullable String description,
        boolean required,
        Map<String, String> displaySettings,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public VariablePrompt {
        displaySettings = Absent.orEmpty(displaySettings);
        unknown = Absent.orEmpty(unknown);
    }
}
