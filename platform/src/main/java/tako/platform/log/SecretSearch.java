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
    private List<Open> open = new ArrayList<>();
    private SecretPatterns patterns = SecretPatterns.NONE;
    private PatternWalk walk = patterns.walk();

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
                walk.begin();
                follow(text, last, last, end);
            }
        }
    }

    /** Looks at characters of which nothing goes on behind their end. */
    void lookFor(SecretPatterns now, char[] text, int from, int end) {
        if (now != patterns) {
            patterns = now;
            walk = now.walk();
        }
        int at = patterns.next(text, from, end);
        while (at < end) {
            if (patterns.begin(walk, text, at)) {
                follow(text, at, at + Beginnings.LENGTH, end);
            }
            at = patterns.next(text, at + 1, end);
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
            mark(begun.start(), begun.walk());
            if (more) {
                open.add(begun);
            }
        }
    }

    private void follow(char[] text, int start, int from, int end) {
        boolean more = walk.read(text, from, end);
        mark(start, walk);
        if (more) {
            open.add(new Open(start, walk.copy()));
        }
    }

    private void mark(int start, PatternWalk walked) {
        int end = start + walked.longest();
        if (walked.longest() > 0 && end > 0) {
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
    }
}
