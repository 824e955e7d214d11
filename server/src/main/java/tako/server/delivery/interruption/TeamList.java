package tako.server.delivery.interruption;

import java.util.Arrays;
import java.util.List;

/** Teams as properties name them: ids, slugs or names, joined by commas. */
public final class TeamList {
    private TeamList() {}

    /** The names in an evaluated text. */
    public static List<String> of(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The names in a text that may hold expressions, without those that only a deployment can tell. */
    static List<String> plain(String text) {
        return of(text).stream().filter(name -> !name.contains("#{")).toList();
    }
}
