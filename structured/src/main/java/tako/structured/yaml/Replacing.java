package tako.structured.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.structured.Replacement;
import tako.structured.VariablesByPath;

/** Puts variables' values in the places that they mean. For one file. */
final class Replacing {
    private final VariablesByPath variables;
    private final NodePaths paths;
    private final Set<String> used = new LinkedHashSet<>();

    Replacing(VariablesByPath variables) {
        this.variables = variables;
        this.paths = new NodePaths(variables);
    }

    /** The names of the variables that found a place, in the order in which they did. */
    List<String> used() {
        return List.copyOf(used);
    }

    /** The events with values replaced. What is in a replaced collection, its comments too, is gone. */
    List<YamlEvent> replace(List<YamlEvent> events) {
        var replaced = new ArrayList<YamlEvent>();
        Iterator<YamlEvent> rest = events.iterator();
        while (rest.hasNext()) {
            YamlEvent event = rest.next();
            Optional<Replacement> found = replacement(event);
            found.ifPresent(variable -> used.add(variable.name()));
            replaced.addAll(
                    found.map(variable -> replacing(event, variable.value())).orElse(List.of(event)));
            paths.pass(event);
            if (found.isPresent() && event instanceof YamlEvent.CollectionStart) {
                skipToEnd(rest);
            }
        }
        return replaced;
    }

    private Optional<Replacement> replacement(YamlEvent event) {
        return switch (event) {
            case YamlEvent.Scalar _, YamlEvent.CollectionStart _ -> paths.next().flatMap(variables::at);
            case YamlEvent.Alias _, YamlEvent.CollectionEnd _, YamlEvent.Comment _ -> Optional.empty();
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _ -> Optional.empty();
        };
    }

    private static List<YamlEvent> replacing(YamlEvent event, Optional<String> value) {
        return switch (event) {
            case YamlEvent.Scalar scalar -> List.of(scalar(scalar, value));
            case YamlEvent.CollectionStart start ->
                value.map(text -> Fragment.replacing(start.properties(), text))
                        .orElseGet(() -> List.of(nothing(start.properties())));
            case YamlEvent.Alias _, YamlEvent.CollectionEnd _, YamlEvent.Comment _ -> List.of(event);
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _ -> List.of(event);
        };
    }

    private static YamlEvent scalar(YamlEvent.Scalar scalar, Optional<String> value) {
        return value.<YamlEvent>map(text -> new YamlEvent.Scalar(scalar.properties(), text, scalar.style()))
                .orElseGet(() -> nothing(scalar.properties()));
    }

    private static YamlEvent nothing(NodeProperties before) {
        return new YamlEvent.Scalar(before.withoutTag(), "null", ScalarStyle.PLAIN);
    }

    private void skipToEnd(Iterator<YamlEvent> rest) {
        int depth = 1;
        while (depth > 0) {
            YamlEvent event = rest.next();
            paths.pass(event);
            if (event instanceof YamlEvent.CollectionStart) {
                depth++;
            } else if (event instanceof YamlEvent.CollectionEnd) {
                depth--;
            }
        }
    }
}
