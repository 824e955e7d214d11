package tako.server.library.variableset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The numbers by which variables stand in their set. There are gaps between them, so that adding, removing or moving one variable
 * renumbers no other. About ten that are added at one place use a gap up; then some around it are numbered anew, so that there are
 * gaps again.
 */
final class Places {
    /** Of a variable that had none. */
    static final int NONE = -1;

    static final int GAP = 1024;

    /** The least gap, on average, that is left where some are numbered anew. */
    private static final int ROOM = 64;

    private static final int NEIGHBOURS = 8;

    private Places() {}

    /**
     * New numbers, rising, of which as many as possible are the old ones.
     *
     * @param old the numbers in the new order, {@link #NONE} for new variables; each other number stands there once
     */
    static List<Integer> of(List<Integer> old) {
        int[] places = old.stream().mapToInt(Integer::intValue).toArray();
        boolean[] kept = longestRising(places);
        int start = 0;
        for (int index = 0; index <= places.length; index++) {
            if (index == places.length || kept[index]) {
                if (!fill(places, start, index, 1)) {
                    Optional<Run> wider = widened(places, kept, new Run(start, index));
                    if (wider.isEmpty()) {
                        return fresh(places.length);
                    }
                    index = wider.get().end();
                }
                start = index + 1;
            }
        }
        return Arrays.stream(places).boxed().toList();
    }

    /** Places from one up to another, which do not count, that get new numbers. */
    private record Run(int start, int end) {}

    /** Numbers a run with so many of its neighbours that there is room again; empty when there are too few. */
    private static Optional<Run> widened(int[] places, boolean[] kept, Run run) {
        for (int width = NEIGHBOURS; width < places.length; width *= 2) {
            int start = Math.max(0, run.start() - width);
            int end = Math.min(places.length, run.end() + width);
            while (end < places.length && !kept[end]) {
                end++;
            }
            if (fill(places, start, end, ROOM)) {
                return Optional.of(new Run(start, end));
            }
        }
        return Optional.empty();
    }

    /** Numbers for a set that has none yet. */
    static List<Integer> fresh(int count) {
        int[] places = new int[count];
        Arrays.setAll(places, index -> (index + 1) * GAP);
        return Arrays.stream(places).boxed().toList();
    }

    /**
     * Numbers a run between two kept ones; false when there is no room.
     *
     * @param room how far they are to be apart at least
     */
    private static boolean fill(int[] places, int start, int end, int room) {
        int count = end - start;
        long low = start == 0 ? NONE : places[start - 1];
        long high = end == places.length ? low + (long) GAP * (count + 1) : places[end];
        if (high - low < (long) room * (count + 1) || high > Integer.MAX_VALUE) {
            return false;
        }
        for (int position = 1; position <= count; position++) {
            places[start + position - 1] = (int) (low + (high - low) * position / (count + 1));
        }
        return true;
    }

    /** Marks a longest rising part of the numbers, by patience sorting. */
    private static boolean[] longestRising(int[] places) {
        int[] tops = new int[places.length];
        int[] previous = new int[places.length];
        int length = 0;
        for (int index = 0; index < places.length; index++) {
            if (places[index] != NONE) {
                int pile = pile(places, tops, length, places[index]);
                previous[index] = pile == 0 ? NONE : tops[pile - 1];
                tops[pile] = index;
                length = Math.max(length, pile + 1);
            }
        }
        boolean[] marked = new boolean[places.length];
        int index = length == 0 ? NONE : tops[length - 1];
        while (index != NONE) {
            marked[index] = true;
            index = previous[index];
        }
        return marked;
    }

    /** The first pile whose top is not less than a number. */
    private static int pile(int[] places, int[] tops, int length, int number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[tops[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
