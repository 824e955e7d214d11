package tako.server.projects.variable;

import java.util.Locale;
import tako.server.library.variableset.VariableScope;
import tako.server.resource.PropertyValue;

/**
 * A value that a variable might have.
 *
 * @param name the variable's
 * @param value a text or a secret: the id of its row or, where it was opened already, its new value
 * @param scope what it is meant for
 * @param source where it comes from
 * @param origin the same for people
 */
public record Candidate(String name, PropertyValue value, VariableScope scope, VariableSource source, Origin origin) {

    /** The form in which names are compared. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether its value is never shown. */
    public boolean isSensitive() {
        return value instanceof PropertyValue.Sensitive;
    }
}
