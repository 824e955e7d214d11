package tako.server.delivery.step;

import tako.platform.log.Level;

/**
 * A stream of output, such as the standard output of a process, on its way to the log. Its lines keep their order, and each comes out; one
 * with which a secret of several lines may begin comes a moment later. Safe for several threads.
 */
public interface StepStream {
    /** Takes a line, or the rest of one. */
    void line(Level level, String text);

    /** Takes a part of a line that is too long to come at once; the rest follows. */
    void part(Level level, String text);

    /** Nothing follows: what waits comes out. */
    void end();

    /** A stream whose lines need no more than a log does to each. */
    record Plain(StepLog log) implements StepStream {
        @Override
        public void line(Level level, String text) {
            log.line(level, text);
        }

        @Override
        public void part(Level level, String text) {
            log.line(level, text);
        }

        @Override
        public void end() {
            // Nothing waits here.
        }
    }
}
