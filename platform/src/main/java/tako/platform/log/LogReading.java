package tako.platform.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;

/**
 * One log of segments as it stood at a moment; what is appended meanwhile is not seen.
 *
 * @param segments by the number of their first line
 */
record LogReading(NavigableMap<Long, Segment> segments, List<LogNode> tree, long last) {
    /** Lines from a number on, until the visitor has enough. */
    void forward(long from, LineVisitor visitor) {
        for (Segment segment : from(from)) {
            if (!segment.lines(line -> line.number() < from || visitor.visit(line))) {
                return;
            }
        }
    }

    LogPage lines(LineQuery query) {
        LineFilter filter = LineFilter.of(query, tree);
        if (query.take() <= 0 || filter.count() == 0) {
            return new LogPage(List.of(), last);
        }
        List<LogLine> lines = switch (query.range()) {
            case LineQuery.Range.After(long number) -> after(number, filter, query.take());
            case LineQuery.Range.Tail() -> tail(filter, query.take());
        };
        return new LogPage(lines, last);
    }

    private List<LogLine> after(long number, LineFilter filter, int take) {
        List<LogLine> found = new ArrayList<>();
        long from = Math.max(number + 1, filter.first());
        if (from <= filter.last()) {
            forward(from, line -> {
                if (filter.accepts(line)) {
                    found.add(line);
                }
                return found.size() < take && line.number() < filter.last();
            });
        }
        return found;
    }

    private List<LogLine> tail(LineFilter filter, int take) {
        Deque<LogLine> found = new ArrayDeque<>();
        long enough = Math.min(take, filter.count());
        for (Segment segment :
                segments.headMap(filter.last(), true).descendingMap().values()) {
            List<LogLine> here = matching(segment, filter);
            for (int i = here.size() - 1; i >= 0 && found.size() < enough; i--) {
                found.addFirst(here.get(i));
            }
            if (found.size() >= enough) {
                break;
            }
        }
        return List.copyOf(found);
    }

    private static List<LogLine> matching(Segment segment, LineFilter filter) {
        List<LogLine> matching = new ArrayList<>();
        segment.lines(line -> {
            if (filter.accepts(line)) {
                matching.add(line);
            }
            return true;
        });
        return matching;
    }

    private Iterable<Segment> from(long number) {
        Long first = segments.floorKey(number);
        return (first == null ? segments : segments.tailMap(first, true)).values();
    }
}
