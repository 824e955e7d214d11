package tako.octostache;

/** Whether a name can be taken apart at its points and brackets alone. */
enum PlainName {
    /** It needs the grammar. */
    NONE,
    /** {@code Octopus.Action[Deploy].Name}. */
    WITH_INDEXES,
    /** {@code Octopus.Environment.Name}. */
    WITHOUT_INDEXES;

    static PlainName of(String name) {
        boolean indexes = false;
        boolean partExpected = true;
        int i = 0;
        while (i < name.length()) {
            char c = name.charAt(i);
            if (Characters.isNamePart(c)) {
                i = endOfPart(name, i);
                partExpected = false;
            } else if (c == '.' && !partExpected) {
                partExpected = true;
                i++;
            } else if (c == '[' && !partExpected) {
                i = endOfIndex(name, i);
                indexes = true;
            } else {
                return NONE;
            }
            if (i < 0 || (i < name.length() && name.charAt(i - 1) == ']' && Characters.isNamePart(name.charAt(i)))) {
                return NONE;
            }
        }
        if (partExpected) {
            return NONE;
        }
        return indexes ? WITH_INDEXES : WITHOUT_INDEXES;
    }

    /** Behind the part or the index in brackets that begins here. */
    static int endOfPart(String name, int start) {
        if (name.charAt(start) == '[') {
            return name.indexOf(']', start) + 1;
        }
        int end = start;
        while (end < name.length() && Characters.isNamePart(name.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Behind an index that is taken as it stands; -1 for others. */
    private static int endOfIndex(String name, int open) {
        int close = name.indexOf(']', open);
        if (close < 0 || Characters.isWhitespace(name.charAt(open + 1))) {
            return -1;
        }
        for (int i = open + 1; i < close; i++) {
            if (name.charAt(i) == '[' || name.charAt(i) == '#') {
                return -1;
            }
        }
        return close + 1;
    }
}
