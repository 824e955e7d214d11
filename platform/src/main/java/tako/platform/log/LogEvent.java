package tako.platform.log;

import java.time.Instant;
import java.util.List;

/** What happens to a log, in the order in which it is stored. */
sealed interface LogEvent {
    /** A run takes the log over; older ones are refused from now on. */
    record Raised(long epoch) implements LogEvent {}

    /** A node begins, or goes on. */
    record Opened(String node, String parent, String title, Instant at) implements LogEvent {}

    /** @param line its number is 0 until the store has given one */
    record Written(LogLine line) implements LogEvent {}

    record Progressed(String node, int percentage, String message) implements LogEvent {}

    record Closed(String node, NodeStatus status, Instant at) implements LogEvent {}

    /** About how much room these take together, in bytes. */
    static long size(List<? extends LogEvent> events) {
        long sum = 0;
        for (LogEvent event : events) {
            sum += event.size();
        }
        return sum;
    }

    /** About how much room it takes, in bytes. */
    default long size() {
        return this instanceof Written written ? 64 + written.line().text().length() : 128;
    }
}
