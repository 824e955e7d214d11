package tako.octostache.filter;

import java.util.Locale;

/**
 * A text whose reading takes time: an expression that tries again and again (such as {@code (a+)+$}) reads the same characters without end, and
 * is refused at its deadline.
 */
final class WatchedText implements CharSequence {
    private static final int READS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

    private final String subject;
    private final String text;
    private final int readsPerLook;
    private final Deadline deadline;
    private int reads;

    /**
     * @param subject what is looked for, as a message names it
     * @param effort how many steps a matcher may take without reading; the clock is looked at accordingly more often
     */
    WatchedText(String subject, String text, long effort, Deadline deadline) {
        this.subject = subject;
        this.text = text;
        this.deadline = deadline;
        this.readsPerLook = (int) Math.max(1, READS_BETWEEN_LOOKS_AT_THE_CLOCK / Math.max(1, effort));
    }

    /** Called at every read; by hand for work that reads nothing. */
    void tick() {
        if (++reads < readsPerLook) {
            return;
        }
        reads = 0;
        if (deadline.isOver()) {
            throw new FilterRefused(String.format(
                    Locale.ROOT,
                    "Looking for %s takes too long: all must be done in %d ms. Make the expression simpler, or the text shorter.",
                    subject,
                    deadline.milliseconds()));
        }
    }

    @Override
    public char charAt(int index) {
        tick();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
