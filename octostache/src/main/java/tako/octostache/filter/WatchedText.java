package tako.octostache.filter;

import java.time.Duration;

/**
 * A text whose reading takes time: an expression that tries again and again (such as {@code (a+)+$}) reads the same characters without end, and
 * is refused once its time is up.
 */
final class WatchedText implements CharSequence {
    static final Duration TIME = Duration.ofSeconds(1);
    private static final int READS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

    private final String subject;
    private final String text;
    private final int readsPerLook;
    private final long start = System.nanoTime();
    private int reads;

    /**
     * @param subject what is looked for, as a message names it
     * @param effort how many steps a matcher may take without reading; the clock is looked at accordingly more often
     */
    WatchedText(String subject, String text, long effort) {
        this.subject = subject;
        this.text = text;
        this.readsPerLook = (int) Math.max(1, READS_BETWEEN_LOOKS_AT_THE_CLOCK / Math.max(1, effort));
    }

    /** Called at every read; by hand for work that reads nothing. */
    void tick() {
        if (++reads < readsPerLook) {
            return;
        }
        reads = 0;
        if (System.nanoTime() - start > TIME.toNanos()) {
            throw new FilterRefused("Looking for %s takes longer than %d ms. Make the expression simpler, or the text shorter."
                    .formatted(subject, TIME.toMillis()));
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
