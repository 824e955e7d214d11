package tako.platform.log;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Marks what is secret in a text that grows at its end and is given away at its beginning. It remembers where something has begun that may
 * go on, so that no character is read twice for it. Not safe for several threads.
 */
final class SecretSearch {
    /**
     * A secret may have begun here, and what came since is a part of it.
     *
     * @param start its place; negative when its beginning was given away already
     */
    private record Open(int start, PatternWalk walk) {}

    private final BitSet secret = new BitSet();
    private final LineSeam seam = new LineSeam();
    private List<Open> open = new ArrayList<>();
    private SecretPatterns patterns = SecretPatterns.NONE;
    private PatternWalk plain = PatternWalk.plain(patterns.plain());
    private PatternWalk base64 = PatternWalk.overLineEnds(patterns.base64());

    /**
     * Looks at characters that are new.
     *
     * @param now what is looked for; what began before is looked for as it was
     */
    void read(SecretPatterns now, char[] text, int from, int end) {
        goOn(text, from, end);
        lookFor(now, text, from, end);
        if (now.mayBeginWithin(text, end)) {
            for (int last = Math.max(from, end - Beginnings.LENGTH + 1); last < end; last++) {
                plain.begin(0);
                follow(plain, text, last, last, end);
            }
        }
        if (seam.inLine() > 0) {
            lookForBase64Within(end);
        }
    }

    /** Looks at characters of which nothing goes on behind their end. */
    void lookFor(SecretPatterns now, char[] text, int from, int end) {
        use(now);
        Beginnings beginnings = patterns.beginnings();
        for (int at = beginnings.next(text, from, end); at < end; at = beginnings.next(text, at + 1, end)) {
            long key = Beginnings.key(text, at);
            if (patterns.plain().begin(plain, key, Beginnings.LENGTH)) {
                follow(plain, text, at, at + Beginnings.LENGTH, end);
            }
            if (patterns.base64().begin(base64, key, Beginnings.LENGTH)) {
                follow(base64, text, at, at + Beginnings.LENGTH, end);
            }
        }
        for (int at = seam.next(beginnings, text, from, end); at < end; at = seam.next(beginnings, text, at + 1, end)) {
            if (patterns.base64().begin(base64, seam.last(), seam.inLine())) {
                follow(base64, text, at + 1 - seam.inLine(), at + 1, end);
            }
        }
    }

    private void use(SecretPatterns now) {
        if (now != patterns) {
            patterns = now;
            plain = PatternWalk.plain(now.plain());
            base64 = PatternWalk.overLineEnds(now.base64());
        }
    }

    /** A line goes on: base64 may have begun with its last characters, or with those of the line before. */
    private void lookForBase64Within(int end) {
        for (int count = 1; count < Beginnings.LENGTH; count++) {
            int inLine = Math.min(count, seam.inLine());
            base64.begin(count - inLine);
            follow(base64, seam.last(count), end - inLine, 0, count);
        }
    }

    private void goOn(char[] text, int from, int end) {
        if (open.isEmpty()) {
            return;
        }
        List<Open> before = open;
        open = new ArrayList<>();
        for (Open begun : before) {
            boolean more = begun.walk().read(text, from, end);
            mark(begun.start(), begun.walk().longest());
            if (more) {
                open.add(begun);
            }
        }
    }

    private void follow(PatternWalk walk, char[] text, int start, int from, int end) {
        boolean more = walk.read(text, from, end);
        mark(start, walk.longest());
        if (more) {
            open.add(new Open(start, walk.copy()));
        }
    }

    private void mark(int start, int length) {
        int end = start + length;
        if (length > 0 && end > 0) {
            secret.set(Math.max(0, start), end);
        }
    }

    /** What belongs to secrets, as far as is known. */
    BitSet secret() {
        return secret;
    }

    /** Whether there is nothing that belongs to a secret or may. */
    boolean isClear() {
        return open.isEmpty() && secret.isEmpty();
    }

    /** The first place that what comes may still make secret; the end if there is none. Line ends are shown either way. */
    int certain(char[] text, int end) {
        int first = end;
        for (Open begun : open) {
            first = Math.min(first, Math.max(0, begun.start()));
        }
        int at = secret.nextClearBit(first);
        while (at < end && MaskedText.isLineEnd(text[at])) {
            at = secret.nextClearBit(at + 1);
        }
        return Math.min(at, end);
    }

    /** Takes lines that end within base64 of a secret for what they seem to be, without waiting for the rest. */
    void assumeBase64() {
        open.forEach(begun -> mark(begun.start(), begun.walk().untilLineEnd()));
    }

    /** Characters at the beginning were given away. */
    void forget(int characters, int end) {
        BitSet left = secret.get(characters, Math.max(characters, end));
        secret.clear();
        secret.or(left);
        open.replaceAll(begun -> new Open(begun.start() - characters, begun.walk()));
    }

    /** The text has ended; the next one begins afresh. */
    void end() {
        secret.clear();
        open.clear();
        seam.end();
    }
}
