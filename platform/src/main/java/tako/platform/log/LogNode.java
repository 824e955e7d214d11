package tako.platform.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a task in its log.
 *
 * @param parent "" for the root
 * @param percentage 0 to 100
 * @param lines what stands in the node itself, without the nodes below it
 */
public record LogNode(
        String id,
        String parent,
        String title,
        NodeStatus status,
        Instant started,
        Optional<Instant> ended,
        int percentage,
        String progressMessage,
        Lines lines) {
    /**
     * The lines of a node.
     *
     * @param first the number of the first, 0 if there is none
     * @param last the number of the last, 0 if there is none
     * @param byLevel how many of each level; levels without any are absent
     */
    public record Lines(long first, long last, Map<Level, Long> byLevel) {}
}
