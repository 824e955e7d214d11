package tako.server.projects.variable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds what a person probably meant, by the number of characters to change. Pure. */
final class NearNames {
    private static final int MOST = 3;
    private static final int LONGEST = 200;

    private NearNames() {}

    /** The known names that are near to a given one, the nearest first: at most three, and none that differs in more than half of it. */
    static List<String> to(String given, Collection<String> known) {
        String wanted = Candidate.key(given);
        int limit = Math.max(1, wanted.length() / 2);
        if (wanted.length() > LONGEST) {
            return List.of();
        }
        return known.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
                .distinct()
                .map(name -> Map.entry(name, distance(wanted, Candidate.key(name))))
                .filter(near -> near.getValue() <= limit)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Levenshtein's distance. */
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int line = 1; line <= left.length(); line++) {
            int[] row = new int[right.length() + 1];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(above[column - 1] + change, 1 + Math.min(row[column - 1], above[column]));
            }
            above = row;
        }
        return above[right.length()];
    }
}
