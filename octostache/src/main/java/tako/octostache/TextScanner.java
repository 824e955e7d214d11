package tako.octostache;

/** Reads plain text, in which a second hash makes {@code ##{name}} plain text. */
final class TextScanner {
    private TextScanner() {}

    /** Where text ends that is to be taken as it stands; the same place if there is no such text or something in it is escaped. */
    static int plainEnd(String source, int start) {
        int hash = source.indexOf('#', start);
        while (hash >= 0 && hash + 1 < source.length()) {
            char next = source.charAt(hash + 1);
            if (next == '{') {
                return hash;
            }
            if (next == '#') {
                return start;
            }
            hash = source.indexOf('#', hash + 2);
        }
        return source.length();
    }

    /** Appends the text from the place on, its escapes resolved, and says where it ends. */
    static int scan(String source, int start, StringBuilder text) {
        int place = start;
        while (place < source.length()) {
            int hash = source.indexOf('#', place);
            int end = hash < 0 ? source.length() : hash;
            text.append(source, place, end);
            place = end;
            if (hash >= 0) {
                place = scanHash(source, hash, text);
                if (place == hash) {
                    return place;
                }
            }
        }
        return place;
    }

    private static int scanHash(String source, int hash, StringBuilder text) {
        if (hash + 1 == source.length()) {
            text.append('#');
            return hash + 1;
        }
        if (source.startsWith("###{", hash) && hash + 4 < source.length()) {
            text.append('#');
            return hash + 2;
        }
        if (source.startsWith("##{", hash)) {
            text.append("#{");
            return hash + 3;
        }
        if (source.charAt(hash + 1) != '{') {
            text.append(source, hash, hash + 2);
            return hash + 2;
        }
        return hash;
    }
}
