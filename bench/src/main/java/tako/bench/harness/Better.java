package tako.bench.harness;

import java.util.Locale;

/** Which way a ratio should go. */
public enum Better {
    /** Rates: the ratio must reach the target. */
    LARGER,
    /** Times and sizes: the ratio must not exceed the target. */
    SMALLER;

    boolean meets(double ratio, double target) {
        return switch (this) {
            case LARGER -> ratio >= target;
            case SMALLER -> ratio <= target;
        };
    }

    /** The target in words. */
    String words(double target) {
        return switch (this) {
            case LARGER -> String.format(Locale.ROOT, "at least %s", target);
            case SMALLER -> String.format(Locale.ROOT, "at most %s", target);
        };
    }
}
