package tako.octostache.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The groups of an expression. .NET counts those without a name first and the others behind them, and lets several have the same name; Java's
 * are counted as they come.
 */
final class RegexGroups {
    private static final Predicate<String> NUMBER = name -> Character.isDigit(name.charAt(0));

    /** By name, or by number for a group without a name, the numbers of Java's groups. */
    private final Map<String, List<Integer>> groups = new LinkedHashMap<>();

    private int unnamed;
    private int count;

    void add() {
        add(Integer.toString(++unnamed));
    }

    void add(String name) {
        groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(++count);
    }

    /** Java's groups by the names and the numbers that .NET gives them, the whole match included. */
    Map<String, List<Integer>> numbered() {
        var all = new LinkedHashMap<String, List<Integer>>(groups);
        all.put("0", List.of(0));
        int number = 1;
        for (var group : groups.entrySet()) {
            if (NUMBER.test(group.getKey())) {
                continue;
            }
            while (all.containsKey(Integer.toString(number))) {
                number++;
            }
            all.put(Integer.toString(number), group.getValue());
        }
        return all;
    }
}
