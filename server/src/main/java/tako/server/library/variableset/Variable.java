package tako.server.library.variableset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.JsonNode;

/**
 * A value of a name. A name may have many, each with its scope.
 *
 * @param id a GUID; the server gives one where it is absent
 * @param name compared without regard to case
 * @param value its text, which may hold expressions; a secret when it is sensitive; absent for none
 * @param description for people
 * @param scope what it is meant for
 * @param isEditable always true on the wire; clients expect it
 * @param prompt whether and how whoever deploys is asked for it
 * @param type what it is
 * @param isSensitive whether it is never shown; agrees with {@code type}, and is true of a value that was sent as a sensitive one
 * @param unknown members that this server does not know, kept
 */
public record Variable(
        @Nullable String id,
        String name,
        @Nullable PropertyValue value,
        @Nullable String description,
        VariableScope scope,
        boolean isEditable,
        @Nullable VariablePrompt prompt,
        VariableType type,
        boolean isSensitive,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public Variable {
        name = Absent.orEmpty(name).strip();
        scope = Absent.or(scope, VariableScope.EVERYTHING);
        isEditable = true;
        isSensitive = isSensitive || type == VariableType.SENSITIVE || value instanceof PropertyValue.Sensitive;
        type = type(type, isSensitive);
        unknown = Absent.orEmpty(unknown);
    }

    /** The id as it was first written; "" before one was given. */
    public String key() {
        return Absent.orEmpty(id);
    }

    /** By what it is found: its id, in which letter case does not matter. */
    String identity() {
        return key().toLowerCase(Locale.ROOT);
    }

    /** The same variable with another value. */
    public Variable withValue(@Nullable PropertyValue changed) {
        return new Variable(id, name, changed, description, scope, isEditable, prompt, type, isSensitive, unknown);
    }

    Variable withId(String given) {
        return new Variable(given, name, value, description, scope, isEditable, prompt, type, isSensitive, unknown);
    }

    Variable asSensitive() {
        return new Variable(
                id, name, value, description, scope, isEditable, prompt, VariableType.SENSITIVE, true, unknown);
    }

    private static VariableType type(@Nullable VariableType sent, boolean sensitive) {
        if (sensitive) {
            return VariableType.SENSITIVE;
        }
        return Absent.or(sent, VariableType.STRING);
    }
}
