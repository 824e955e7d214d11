package tako.server.projects.variable;

import java.util.Locale;
import tako.server.library.variableset.VariableScope;
import tako.server.resource.PropertyValue;

/**
 * A value that a variable might have.
 *
 * @param name the variable's
 * @param value a text or a secret
 * @param scope what it is meant for
 * @param source where it comes from
 * @param origin the source as people know it: {@code Project}, {@code Library set 'Shared'}
 */
public record Candidate(String name, PropertyValue value, VariableScope scope, VariableSource source, String origin) {

    /** The form in which names are compared. */
    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
