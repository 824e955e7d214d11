package tako.server.resource;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Slugs: lower-case words of a name joined by dashes, unique among their kind. */
public final class Slug {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{Alnum}]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private Slug() {}

    /** The slug a name suggests; "item" when nothing of the name can stand in one. */
    public static String of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String dashed = SEPARATORS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = EDGES.matcher(dashed).replaceAll("");
        return slug.isEmpty() ? "item" : slug;
    }

    /** The first of {@code slug}, {@code slug-1}, {@code slug-2}, … that is not taken. */
    public static String free(String slug, Predicate<String> taken) {
        String candidate = slug;
        for (int suffix = 1; taken.test(candidate); suffix++) {
            candidate = slug + "-" + suffix;
        }
        return candidate;
    }
}
