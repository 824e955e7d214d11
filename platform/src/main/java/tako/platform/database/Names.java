package tako.platform.database;

import java.util.regex.Pattern;

/** The names that counters and hint channels may have, safe in SQL and within the bounds of both databases. */
final class Names {
    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private Names() {}

    static String checked(String name) {
        if (!VALID.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a counter or channel: " + name);
        }
        return name;
    }
}
