package tako.platform.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Masks the lines of one stream as they come, also what goes over several. As many lines come out as went in, in order, each at once unless
 * it holds characters that are secret only if the next line goes on as a secret does; these are at most as many as the longest secret has,
 * and the line ends between them.
 * Not safe for several threads.
 *
 * @param <T> what goes with a line, such as its level
 */
public final class MaskedStream<T> {
    private static final int ORDINARY = 1 << 14;

    /** @param end behind its line end, counted from the stream's beginning */
    private record Line<T>(T with, long end) {}

    private final Masking masking;
    private final BiConsumer<T, String> lines;
    private final SecretSearch search = new SecretSearch();
    private final Deque<Line<T>> waiting = new ArrayDeque<>();
    private char[] text = new char[256];
    private int length;
    private long dropped;

    MaskedStream(Masking masking, BiConsumer<T, String> lines) {
        this.masking = masking;
        this.lines = lines;
    }

    /** Takes a line, or the rest of one, without its end. */
    public void line(T with, String line) {
        boolean alone = length == 0;
        read(line, "\n");
        if (alone && search.isClear()) {
            empty();
            lines.accept(with, line);
            return;
        }
        waiting.add(new Line<>(with, dropped + length));
        passOn(search.certain(text, length));
    }

    /**
     * Takes a part of a line that goes on. What is certain of it is passed on as a line; its end waits if a secret begins so.
     */
    public void part(T with, String part) {
        read(part, "");
        passOn(search.certain(text, length));
        int certain = search.certain(text, length);
        if (waiting.isEmpty() && certain > 0) {
            lines.accept(with, MaskedText.of(text, 0, certain, search.secret()));
            drop(certain);
        }
    }

    /** Whether lines wait for what follows. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /**
     * Passes on the lines that wait, as nothing follows for now. It shows of a secret at most lines that are too short to be masked on
     * their own. Should the secret go on after all, the rest of it is masked. What may be base64 of a secret is masked though it may be
     * something else.
     */
    public void release() {
        search.assumeBase64();
        passOn(length);
    }

    /**
     * The stream has ended: passes on everything.
     *
     * @param with what goes with a rest without a line end
     */
    public void end(T with) {
        passOn(length);
        if (length > 0) {
            lines.accept(with, MaskedText.of(text, 0, length, search.secret()));
        }
        search.end();
        empty();
    }

    private void read(String added, String end) {
        int from = length;
        int needed = from + added.length() + end.length();
        if (needed > text.length) {
            text = Arrays.copyOf(text, Math.max(needed, 2 * text.length));
        }
        added.getChars(0, added.length(), text, from);
        end.getChars(0, end.length(), text, from + added.length());
        length = needed;
        search.read(masking.patterns(), text, from, length);
    }

    /** Passes on the lines whose characters are certain. A line stays until its receiver has it. */
    private void passOn(int certain) {
        int given = 0;
        try {
            while (!waiting.isEmpty() && end(waiting.getFirst()) - 1 <= certain) {
                Line<T> first = waiting.getFirst();
                lines.accept(first.with(), MaskedText.of(text, given, end(first) - 1, search.secret()));
                given = end(waiting.removeFirst());
            }
        } finally {
            drop(given);
        }
    }

    private int end(Line<T> line) {
        return (int) (line.end() - dropped);
    }

    private void drop(int characters) {
        if (characters == 0) {
            return;
        }
        System.arraycopy(text, characters, text, 0, length - characters);
        search.forget(characters, length);
        length -= characters;
        dropped += characters;
    }

    private void empty() {
        length = 0;
        if (text.length > ORDINARY) {
            text = new char[ORDINARY];
        }
    }
}
