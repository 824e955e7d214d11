package tako.server.library.variableset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a value is meant for: a list of values in some dimensions; within a dimension any of them, across dimensions all.
 *
 * @param dimensions by the wire's names ({@code Environment}, {@code Role}, …); only those with values
 */
public record VariableScope(@JsonValue Map<String, List<String>> dimensions) {
    /** Environment ids. */
    public static final String ENVIRONMENT = "Environment";
    /** Target ids. */
    public static final String MACHINE = "Machine";
    /** Target tags. */
    public static final String ROLE = "Role";
    /** Action ids. */
    public static final String ACTION = "Action";
    /** Channel ids. */
    public static final String CHANNEL = "Channel";
    /** Tenant tags, {@code Set/Tag}. */
    public static final String TENANT_TAG = "TenantTag";
    /** Ids of projects (their deployment process) and runbooks. */
    public static final String PROCESS_OWNER = "ProcessOwner";

    /** Meant for everything. */
    public static final VariableScope EVERYTHING = new VariableScope(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VariableScope(Map<String, List<String>> dimensions) {
        Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        dimensions.forEach((name, values) -> keep(kept, name, values));
        this.dimensions = Collections.unmodifiableMap(kept);
    }

    /** One dimension's values. */
    public static VariableScope of(String dimension, String... values) {
        return new VariableScope(Map.of(dimension, List.of(values)));
    }

    /** The values in a dimension; empty for any. */
    public List<String> values(String dimension) {
        return dimensions.getOrDefault(dimension, List.of());
    }

    private static void keep(Map<String, List<String>> kept, String name, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            kept.put(canonical(name), List.copyOf(values));
        }
    }

    private static String canonical(String name) {
        return List.of(ENVIRONMENT, MACHINE, ROLE, ACTION, CHANNEL, TENANT_TAG, PROCESS_OWNER).stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
