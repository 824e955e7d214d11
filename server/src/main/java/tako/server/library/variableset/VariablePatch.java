package tako.server.library.variableset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of single variables of a set; what it does not name stays as it is, whoever else writes meanwhile.
 *
 * @param version the version that was read; the change is refused when somebody has changed one of the same variables since. Absent
 *     for whatever is stored now
 * @param variables what is added or changed. One with an {@code Id} is that variable; one without it is the variable with this {@code
 *     Name} and exactly this {@code Scope} (absent: none), or a new one. Members left out stay, also the value of a secret
 * @param remove the ids of variables to remove; those that are gone already do not matter
 */
public record VariablePatch(@Nullable Integer version, List<ObjectNode> variables, List<String> remove) {
    /** Adds, or changes, one value. */
    public static final Map<String, ?> EXAMPLE =
            Map.of("Variables", List.of(Map.of("Name", "Greeting", "Value", "Hello")), "Remove", List.of());

    public VariablePatch {
        variables = Absent.orEmpty(variables);
        remove = Absent.orEmpty(remove);
    }
}
