package tako.platform.log;

import java.util.function.BiConsumer;

/**
 * The secrets of one task, kept out of all that it writes. They may be added at any time, by any thread; what is written afterwards is
 * masked.
 *
 * <p>A secret is found as it is, in base64 (also as a part of more, also over line ends), escaped in JSON, YAML, XML or for a shell, and encoded
 * in a URL; one of several lines also line by line. Letter case matters. Each place is replaced by {@value #MASK}, places that touch by
 * one for each line: there are as many lines as before. Of base64 that is wrapped, fewer than four characters at the end of its first line
 * are shown; and if a line ends with so much of a secret's base64 that this is no accident, it is masked though the rest may not follow.
 */
public final class Masking {
    /** What stands in the place of a secret. */
    public static final String MASK = "********";

    /** Shorter secrets, and shorter lines of secrets, are not masked: they would hide ordinary words. In characters. */
    public static final int SHORTEST = 4;

    private final SecretForms added = SecretForms.none();
    private volatile boolean more;
    private volatile SecretPatterns patterns = SecretPatterns.NONE;

    /**
     * Masks a secret from now on.
     *
     * @return false if it is too short to be masked, which is worth a warning; a blank one is nothing to mask
     */
    public boolean add(String secret) {
        if (secret.isBlank()) {
            return true;
        }
        if (isTooShort(secret)) {
            return false;
        }
        SecretForms forms = SecretForms.of(secret, SHORTEST);
        synchronized (this) {
            added.add(forms);
            more = true;
        }
        return true;
    }

    /** Whether a secret cannot be masked because it is too short. A blank one holds nothing to mask. */
    public static boolean isTooShort(String secret) {
        return !secret.isBlank() && secret.strip().length() < SHORTEST;
    }

    /** A text that is complete in itself, such as a title or a message. */
    public String mask(String text) {
        char[] characters = text.toCharArray();
        SecretSearch search = new SecretSearch();
        search.lookFor(patterns(), characters, 0, characters.length);
        return search.secret().isEmpty() ? text : MaskedText.of(characters, 0, characters.length, search.secret());
    }

    /** Whether there is a secret in a text. */
    public boolean isIn(String text) {
        return !mask(text).equals(text);
    }

    /**
     * Begins the masking of one stream, such as the standard output of a process.
     *
     * @param lines receives what may be shown, line by line, with what came with the line
     * @param <T> what goes with a line, such as its level
     */
    public <T> MaskedStream<T> stream(BiConsumer<T, String> lines) {
        return new MaskedStream<>(this, lines);
    }

    /** What is looked for now; built when it is needed first. */
    SecretPatterns patterns() {
        return more ? build() : patterns;
    }

    private synchronized SecretPatterns build() {
        patterns = patterns.with(added);
        added.clear();
        more = false;
        return patterns;
    }
}
