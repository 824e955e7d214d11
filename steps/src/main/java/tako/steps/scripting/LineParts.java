package tako.steps.scripting;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts service messages together that come in the parts of a long line. One that grows longer than {@link ServiceMessages#LONGEST} is
 * passed over to its end. Not safe for several threads.
 */
final class LineParts {
    private String begun = "";
    private boolean passingOver;

    /** The pieces of a part of a line; a message that has begun in it comes when its end does. */
    List<OutputPiece> part(String part) {
        String text = begun + rest(part);
        int end = ServiceMessages.unfinished(text);
        begun = text.substring(end);
        var pieces = new ArrayList<OutputPiece>(end > 0 ? ServiceMessages.pieces(text.substring(0, end)) : List.of());
        if (begun.length() > ServiceMessages.LONGEST) {
            begun = "";
            passingOver = true;
            pieces.add(new OutputPiece.TooLong());
        }
        return pieces;
    }

    /** The pieces of a line, or of what is left of one. */
    List<OutputPiece> line(String line) {
        boolean within = passingOver;
        String text = begun + rest(line);
        begun = "";
        passingOver = false;
        return within && text.isBlank() ? List.of() : ServiceMessages.pieces(text);
    }

    /** Whether a message has begun that goes on in what follows. */
    boolean isInMessage() {
        return passingOver || begun.startsWith(ServiceMessages.START);
    }

    /** What has come of a line that ends here without its end. */
    List<OutputPiece> end() {
        return begun.isEmpty() ? List.of() : line("");
    }

    private String rest(String text) {
        if (!passingOver) {
            return text;
        }
        int end = text.indexOf(']');
        passingOver = end < 0;
        return text.substring(end < 0 ? text.length() : end + 1);
    }
}
