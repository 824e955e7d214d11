package tako.octostache.json;

/** What reading a text as JSON came to. */
public sealed interface JsonReading {

    /** The text is JSON. */
    record Read(Json json) implements JsonReading {}

    /** There is nothing but blanks and comments; what that means is for the reader to say. */
    record Empty() implements JsonReading {}

    /**
     * The text is no JSON.
     *
     * @param message what was found and what was expected, in a sentence without the place
     * @param line the line of the first place that cannot be read, from 1; CR, LF and CRLF end a line
     * @param column its place in that line, in UTF-16 units from 1
     */
    record Unreadable(String message, int line, int column) implements JsonReading {}
}
