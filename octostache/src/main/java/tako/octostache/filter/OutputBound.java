package tako.octostache.filter;

import java.util.Locale;

/** How much one filter may write, for those whose result can be many times as long as what they were given. */
final class OutputBound {
    /** In UTF-16 units; as much as a whole template may write. */
    static final int CHARACTERS = 32_000_000;

    private OutputBound() {}

    static void check(String filter, long characters) {
        if (characters > CHARACTERS) {
            throw new FilterRefused(String.format(
                    Locale.ROOT,
                    "The filter %s writes more than %d characters. Give it a shorter text, or shorter options.",
                    filter,
                    CHARACTERS));
        }
    }
}
