package tako.octostache;

import java.time.Duration;

/**
 * What one evaluation may cost at most; templates are written by users, and may be hostile.
 *
 * @param depth how deep values may be nested in values, and blocks in blocks
 * @param output UTF-16 units written in all, those of nested values included
 * @param time how long it may take
 */
public record Limits(int depth, long output, Duration time) {
    /** Bounds that no sensible template comes near. */
    public static final Limits STANDARD = new Limits(200, 32_000_000, Duration.ofSeconds(10));
}
