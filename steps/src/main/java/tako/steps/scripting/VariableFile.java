package tako.steps.scripting;

import tako.octostache.Variables;

/**
 * Variables as a script's bootstrap reads them: name, NUL, value, NUL, and so on. Nothing in it is ever read as part of
 * a program. NULs inside are left out, because no shell can hold one.
 */
final class VariableFile {
    private VariableFile() {}

    /** The text of the file: every variable, evaluated. One that a filter made absent is left out. */
    static String text(Variables variables) {
        var text = new StringBuilder();
        for (String name : variables.names()) {
            variables.get(name).ifPresent(value -> {
                append(text, name);
                append(text, value);
            });
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.replace("\0", "")).append('\0');
    }
}
