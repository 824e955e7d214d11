package tako.structured.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tako.structured.Replacement;

/** The variables that may mean a place in a YAML file, found ignoring case. */
final class VariablesByPath {
    private static final Pattern RESERVED =
            Pattern.compile("octopus(?!:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Map<String, Replacement> byName;
    private final int longestName;

    private VariablesByPath(Map<String, Replacement> byName) {
        this.byName = byName;
        this.longestName =
                byName.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Those whose names are not reserved: a name that starts with {@code Octopus} is, unless a colon follows. */
    static VariablesByPath of(List<Replacement> variables) {
        Map<String, Replacement> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        variables.stream()
                .filter(variable -> !RESERVED.matcher(variable.name()).matches())
                .forEach(variable -> byName.putIfAbsent(variable.name(), variable));
        return new VariablesByPath(byName);
    }

    Optional<Replacement> at(String path) {
        return Optional.ofNullable(byName.get(path));
    }

    /** The length of the longest name, in UTF-16 units: no longer path means anything. */
    int longestName() {
        return longestName;
    }
}
