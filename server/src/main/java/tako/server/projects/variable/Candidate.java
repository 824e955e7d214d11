package tako.server.projects.variable;

import java.util.Locale;
import java.util.Optional;
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

    /** The same as somebody sees it who may not see it: a secret that counts, so that the winner stays the true one. */
    Candidate hidden(String text) {
        return new Candidate(
                name,
                new PropertyValue.Sensitive(true, Optional.empty(), Optional.empty()),
                scope,
                source,
                Origin.hidden(text));
    }

    /** Whether nothing of it is shown but that it is there. */
    boolean isHidden() {
        return origin.hidden();
    }

    /** Whether its value is never shown. */
    public boolean isSensitive() {
        return value instanceof PropertyValue.Sensitive;
    }
}
