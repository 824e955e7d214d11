package tako.structured;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names of variables, compared ignoring case as the variable language compares them. */
public final class Names {
    private static final String RESERVED = "Octopus";

    private Names() {}

    /** The form in which names are compared: each UTF-16 unit in upper case, whatever the machine's language. */
    public static String fold(String name) {
        char[] folded = name.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toUpperCase(folded[i]);
        }
        return new String(folded);
    }

    /** Whether the name begins as the system's own variables do: {@code Octopus}, in any case. */
    public static boolean isReserved(String name) {
        return name.regionMatches(true, 0, RESERVED, 0, RESERVED.length());
    }

    /** Whether the name is reserved and is no path below a key {@code Octopus}, such as {@code Octopus:Server}. */
    public static boolean isReservedPath(String name) {
        return isReserved(name) && !name.startsWith(":", RESERVED.length());
    }

    /** The wanted variables by their folded names; of two with the same name the later. */
    public static Map<String, Replacement> byName(List<Replacement> variables, Predicate<Replacement> wanted) {
        return variables.stream()
                .filter(wanted)
                .collect(Collectors.toMap(each -> fold(each.name()), Function.identity(), (earlier, later) -> later));
    }
}
