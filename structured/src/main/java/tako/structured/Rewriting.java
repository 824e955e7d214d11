package tako.structured;

import java.util.List;

/** What became of a configuration file. */
public sealed interface Rewriting {

    /**
     * It was rewritten.
     *
     * @param text the new text; lines end in a line feed, but for {@code .properties} files, where they end as they did
     * @param used the names of the variables that found a place, each once, in the order in which they did
     * @param warnings sentences for people
     */
    record Rewritten(String text, List<String> used, List<String> warnings) implements Rewriting {
        public Rewritten {
            used = List.copyOf(used);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It is not of the format; nothing was changed.
     *
     * @param message what is wrong, a sentence that does not repeat the place
     * @param line from 1
     * @param column from 1, in UTF-16 units
     */
    record Unreadable(String message, int line, int column) implements Rewriting {}
}
