package tako.octostache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree of variables. Nearly all names are parts without blanks, joined by points and perhaps followed by plain indexes: those are
 * read without the grammar, and where a name begins as the one before it, from there; there may be thousands.
 */
final class Planting {
    private final Branch tree = new Branch();

    /** The nodes of plain names without indexes: most lookups need one step with these. */
    private final Map<String, Branch> nodes;

    private Optional<String> unusable = Optional.empty();
    private String lastName = "";
    private int lastStem;
    private Branch lastStemNode = tree;

    Planting(int size) {
        nodes = HashMap.newHashMap(size);
    }

    Branch tree() {
        return tree;
    }

    Optional<String> unusable() {
        return unusable;
    }

    @Nullable
    Value valueAt(String path) {
        Branch node = nodes.get(path);
        return node == null ? null : node.own();
    }

    /** Puts a variable in its place; later ones count. */
    void plant(String key, Value value) {
        PlainName name = PlainName.of(key);
        switch (name) {
            case NONE -> plantByGrammar(value);
            case WITH_INDEXES -> descend(key, value.name()).put(value);
            case WITHOUT_INDEXES -> {
                Branch node = descend(key, value.name());
                node.put(value);
                nodes.put(key, node);
            }
        }
    }

    private void plantByGrammar(Value value) {
        Optional<Symbol> path = SymbolParser.ofName(value.name());
        if (path.filter(Symbol::hasLookups).isPresent()) {
            unusable = unusable.or(() -> Optional.of(value.name()));
        } else {
            path.ifPresent(symbol -> tree.at(symbol).put(value));
        }
    }

    /** The node of a plain name, in its folded form and in its own. */
    private Branch descend(String key, String name) {
        boolean known = lastStem > 0 && key.length() > lastStem && key.regionMatches(0, lastName, 0, lastStem);
        Branch node = known ? lastStemNode : tree;
        int start = known ? lastStem : 0;
        while (start < key.length()) {
            int end = PlainName.endOfPart(key, start);
            if (key.charAt(start) == '[') {
                node = node.made(key.substring(start + 1, end - 1), name.substring(start + 1, end - 1));
            } else {
                node = node.made(key.substring(start, end));
            }
            start = end;
            if (start < key.length() && key.charAt(start) == '.') {
                start++;
                remember(key, start, node);
            }
        }
        return node;
    }

    private void remember(String key, int stem, Branch node) {
        lastName = key;
        lastStem = stem;
        lastStemNode = node;
    }
}
