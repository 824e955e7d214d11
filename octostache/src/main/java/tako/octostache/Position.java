package tako.octostache;

/**
 * Where a part of a template stands in its text.
 *
 * @param offset units before it
 * @param line its line, from 1; only a line feed ends a line
 * @param column its place in the line, from 1
 */
record Position(int offset, int line, int column) {
    /** The place of what was computed instead of written. */
    static final Position NOWHERE = new Position(-1, 0, 0);
}
