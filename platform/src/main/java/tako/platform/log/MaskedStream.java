package tako.platform.log;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Masks the lines of one stream as they come. A line is passed on at once, but for an end that a secret of several lines begins with: that
 * waits for the next line, or the stream's end. Not safe for several threads.
 */
public final class MaskedStream {
    private final Masking masking;
    private final Consumer<String> lines;

    /** What may still turn out to be a secret's beginning; its first characters may belong to one that was found. */
    private final StringBuilder open = new StringBuilder();

    private int masked;

    /** The part of the next line that is certain. */
    private final StringBuilder line = new StringBuilder();

    private boolean insideMask;

    MaskedStream(Masking masking, Consumer<String> lines) {
        this.masking = masking;
        this.lines = lines;
    }

    /** Takes the next line, without its end. */
    public void line(String text) {
        open.append(text).append('\n');
        String whole = open.toString();
        SecretPatterns patterns = masking.patterns();
        passOn(whole, patterns.find(whole), whole.length() - patterns.open(whole));
    }

    /** The stream has ended: passes on what waits. */
    public void end() {
        String whole = open.toString();
        passOn(whole, masking.patterns().find(whole), whole.length());
    }

    private void passOn(String text, BitSet secret, int end) {
        secret.set(0, masked);
        for (int at = 0; at < end; ) {
            if (secret.get(at)) {
                mask();
                at = Math.min(end, secret.nextClearBit(at));
            } else {
                int next = secret.nextSetBit(at);
                int until = next < 0 ? end : Math.min(end, next);
                show(text, at, until);
                at = until;
            }
        }
        masked = secret.nextClearBit(end) - end;
        open.delete(0, end);
    }

    private void mask() {
        if (!insideMask) {
            line.append(Masking.MASK);
            insideMask = true;
        }
    }

    private void show(String text, int from, int until) {
        insideMask = false;
        for (int at = from; at < until; ) {
            int lineEnd = text.indexOf('\n', at);
            if (lineEnd < 0 || lineEnd >= until) {
                line.append(text, at, until);
                return;
            }
            line.append(text, at, lineEnd);
            String complete = line.toString();
            line.setLength(0);
            lines.accept(complete);
            at = lineEnd + 1;
        }
    }
}
