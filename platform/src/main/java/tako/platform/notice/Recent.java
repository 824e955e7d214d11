package tako.platform.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last notices, numbered: those of ten minutes, at most 10,000. Not safe for use by several threads. */
final class Recent {
    static final Duration KEPT = Duration.ofMinutes(10);
    static final int MOST = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;
    private long dropped;

    /** A notice with its number. */
    record Entry(long number, Instant at, Notice notice) {}

    Entry add(Notice notice, Instant now) {
        var entry = new Entry(++last, now, notice);
        entries.addLast(entry);
        forget(now);
        return entry;
    }

    /** The number of the last notice, 0 before the first. */
    long last() {
        return last;
    }

    /** The notices after a number; nothing when some of them are forgotten or the number is of the future. */
    Optional<List<Entry>> after(long number, Instant now) {
        forget(now);
        return number < dropped || number > last
                ? Optional.empty()
                : Optional.of(entries.stream()
                        .filter(entry -> entry.number() > number)
                        .toList());
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(KEPT);
        while (!entries.isEmpty()
                && (entries.size() > MOST || entries.getFirst().at().isBefore(oldest))) {
            dropped = entries.removeFirst().number();
        }
    }
}
