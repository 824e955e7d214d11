package tako.structured.properties;

/**
 * A key and its value in a file.
 *
 * @param key what the key means, escapes read
 * @param separated whether anything stands between key and value
 * @param valueStart where the value starts in the text, in UTF-16 units
 * @param valueEnd where it ends: the end of its last line, without the line's end
 */
record Pair(String key, boolean separated, int valueStart, int valueEnd) {}
