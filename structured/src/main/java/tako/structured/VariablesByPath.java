package tako.structured;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that may mean a place by its path: keys and indexes joined by colons, compared ignoring case. Names that begin with
 * {@code Octopus} are none, unless a colon follows.
 */
public final class VariablesByPath {
    private static final String SEPARATOR = ":";

    private final Map<String, Replacement> byName;
    private final int longestName;

    private VariablesByPath(Map<String, Replacement> byName) {
        this.byName = byName;
        this.longestName =
                byName.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Those among the variables that may mean a path; of two with the same name the later. */
    public static VariablesByPath of(List<Replacement> variables) {
        return new VariablesByPath(Names.byName(variables, variable -> !Names.isReservedPath(variable.name())));
    }

    /** The variable that means the path. */
    public Optional<Replacement> at(String path) {
        return Optional.ofNullable(byName.get(Names.fold(path)));
    }

    /** The path of what the document itself holds. */
    public Optional<String> top(String name) {
        return name.length() > longestName ? Optional.empty() : Optional.of(name);
    }

    /**
     * The path of what the thing at a path holds.
     *
     * @return empty if it is longer than every name: nothing there is meant, however deep, and no such path is kept
     */
    public Optional<String> below(String path, String name) {
        return path.length() + SEPARATOR.length() + name.length() > longestName
                ? Optional.empty()
                : Optional.of(path + SEPARATOR + name);
    }
}
