package tako.structured.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tako.structured.VariablesByPath;

/**
 * Follows events and knows the path of each node.
 *
 * <p>A complex or aliased key has no text, so its value has no path; neither has a key itself, nor what is in one, nor what no variable can
 * mean.
 */
final class NodePaths {
    private final VariablesByPath variables;
    private final Deque<Level> levels = new ArrayDeque<>();

    NodePaths(VariablesByPath variables) {
        this.variables = variables;
    }

    /** The path of the next node, if it has one; a document's root has the empty path. */
    Optional<String> next() {
        if (levels.isEmpty()) {
            return Optional.of("");
        }
        Level level = levels.element();
        return level.isAtKey()
                ? Optional.empty()
                : level.childName().flatMap(name -> level.path.flatMap(path -> joined(path, name)));
    }

    private Optional<String> joined(String path, String name) {
        return levels.size() == 1 ? variables.top(name) : variables.below(path, name);
    }

    /** Goes on over an event. */
    void pass(YamlEvent event) {
        switch (event) {
            case YamlEvent.Scalar scalar -> passNode(Optional.of(scalar.text()));
            case YamlEvent.Alias _ -> passNode(Optional.empty());
            case YamlEvent.CollectionStart start -> levels.push(new Level(start.kind(), next()));
            case YamlEvent.CollectionEnd _ -> {
                levels.pop();
                passNode(Optional.empty());
            }
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _, YamlEvent.Comment _ -> {
                // These are no nodes.
            }
        }
    }

    private void passNode(Optional<String> text) {
        if (!levels.isEmpty()) {
            levels.element().pass(text);
        }
    }

    /** A collection that has begun: its path, and how far one is in it. */
    private static final class Level {
        private final YamlEvent.Collection kind;
        private final Optional<String> path;
        private Optional<String> key = Optional.empty();
        private int passed;

        Level(YamlEvent.Collection kind, Optional<String> path) {
            this.kind = kind;
            this.path = path;
        }

        boolean isAtKey() {
            return kind == YamlEvent.Collection.MAPPING && passed % 2 == 0;
        }

        Optional<String> childName() {
            return kind == YamlEvent.Collection.MAPPING ? key : Optional.of(Integer.toString(passed));
        }

        void pass(Optional<String> text) {
            if (isAtKey()) {
                key = text;
            }
            passed++;
        }
    }
}
