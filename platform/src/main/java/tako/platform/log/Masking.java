package tako.platform.log;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The secrets of one task, kept out of its log. They may be added at any time, by any thread; what is written afterwards is masked.
 *
 * <p>A secret is found as it is, in base64 (also as a part of more, also wrapped), escaped in JSON and encoded in a URL; one of several
 * lines also line by line. Letter case matters. Each place is replaced by {@value #MASK}, places that touch by one.
 */
public final class Masking {
    /** What stands in the place of a secret. */
    public static final String MASK = "********";

    /** Shorter secrets, and shorter lines of secrets, are not masked: they would hide ordinary words. In characters. */
    public static final int SHORTEST = 4;

    private final Set<String> forms = new HashSet<>();
    private volatile Optional<SecretPatterns> patterns = Optional.empty();

    /**
     * Masks a secret from now on.
     *
     * @return false if it is too short to be masked, which is worth a warning; an empty one is nothing to mask
     */
    public boolean add(String secret) {
        Set<String> added = SecretForms.of(secret, SHORTEST);
        synchronized (this) {
            forms.addAll(added);
            patterns = Optional.empty();
        }
        return secret.isEmpty() || secret.strip().length() >= SHORTEST;
    }

    /** A text that is complete in itself, such as a title or a message. */
    public String mask(String text) {
        BitSet masked = patterns().find(text);
        if (masked.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int begin = masked.nextSetBit(at);
            clean.append(text, at, begin < 0 ? text.length() : begin);
            if (begin < 0) {
                break;
            }
            clean.append(MASK);
            at = masked.nextClearBit(begin);
        }
        return clean.toString();
    }

    /**
     * Begins the masking of one stream, such as the standard output of a process.
     *
     * @param lines receives what may be shown, line by line
     */
    public MaskedStream stream(Consumer<String> lines) {
        return new MaskedStream(this, lines);
    }

    /** What is looked for now; built when it is needed first. */
    SecretPatterns patterns() {
        Optional<SecretPatterns> built = patterns;
        return built.isPresent() ? built.get() : build();
    }

    private synchronized SecretPatterns build() {
        SecretPatterns built = patterns.orElseGet(() -> new SecretPatterns(forms));
        patterns = Optional.of(built);
        return built;
    }
}
