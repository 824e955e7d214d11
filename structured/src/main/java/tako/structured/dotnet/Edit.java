package tako.structured.dotnet;

import java.util.Comparator;
import java.util.List;

/**
 * A part of a text and what takes its place.
 *
 * @param start in UTF-16 units
 * @param end the same as start where something is put in
 */
record Edit(int start, int end, String text) {

    /** The text with all of them; of those that meet only the first. */
    static String apply(String text, List<Edit> edits) {
        var edited = new StringBuilder();
        int copied = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            if (edit.start() >= copied) {
                edited.append(text, copied, edit.start()).append(edit.text());
                copied = edit.end();
            }
        }
        return edited.append(text, copied, text.length()).toString();
    }
}
