package tako.octostache;

import tako.octostache.filter.Whitespace;

/** The character classes of the language, in UTF-16 units: the language never looks at a whole code point. */
final class Characters {
    private static final String NAME_PUNCTUATION = "_-:/~()@";

    private Characters() {}

    static boolean isWhitespace(char c) {
        return Whitespace.is(c);
    }

    /** What a name may hold besides whitespace. */
    static boolean isNamePart(char c) {
        return isLatinLetter(c) || Character.isLetterOrDigit(c) || NAME_PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Any of Unicode's numbers, superscripts and fractions included. */
    static boolean isNumeric(char c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    static String trim(String text) {
        return Whitespace.trim(text);
    }

    /** The form in which names are compared: each unit in upper case, whatever the machine's language. */
    static String fold(String name) {
        int i = 0;
        while (i < name.length() && Character.toUpperCase(name.charAt(i)) == name.charAt(i)) {
            i++;
        }
        return i == name.length() ? name : foldFrom(name, i);
    }

    private static String foldFrom(String name, int start) {
        char[] folded = name.toCharArray();
        for (int i = start; i < folded.length; i++) {
            folded[i] = Character.toUpperCase(folded[i]);
        }
        return new String(folded);
    }
}
