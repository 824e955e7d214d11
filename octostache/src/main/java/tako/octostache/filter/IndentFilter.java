package tako.octostache.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts something in front of every line. */
final class IndentFilter {
    private static final Prefixes DEFAULT = new Prefixes(" ".repeat(4), " ".repeat(4));
    private static final Pattern WIDTH = Pattern.compile("[0-9]{1,3}");
    private static final Pattern WIDTHS = Pattern.compile("([0-9]{1,3})?/([0-9]{1,3})");
    private static final int WIDEST = 255;

    private IndentFilter() {}

    static Map<String, Filter> all() {
        return Map.of("indent", Filter.withOptions(IndentFilter::indented));
    }

    private record Prefixes(String first, String rest) {}

    private static Optional<String> indented(String text, List<String> options) {
        return text.isEmpty() ? Optional.of(text) : prefixes(options).map(prefixes -> indented(text, prefixes));
    }

    private static String indented(String text, Prefixes prefixes) {
        long lineEnds = text.chars().filter(c -> c == '\n').count();
        OutputBound.check("Indent", text.length() + prefixes.first.length() + lineEnds * prefixes.rest.length());
        return prefixes.first + text.replace("\n", "\n" + prefixes.rest);
    }

    private static Optional<Prefixes> prefixes(List<String> options) {
        return switch (options.size()) {
            case 0 -> Optional.of(DEFAULT);
            case 1 -> Optional.of(prefixes(options.getFirst()));
            case 2 -> Optional.of(new Prefixes(options.getFirst(), options.getLast()));
            default -> Optional.empty();
        };
    }

    /** {@code 4}, {@code 2/4} and {@code /4} are numbers of blanks; anything else, and what is too wide, stands before every line itself. */
    private static Prefixes prefixes(String option) {
        Matcher widths = WIDTHS.matcher(option);
        if (WIDTH.matcher(option).matches() && isWidth(option)) {
            return new Prefixes(blanks(option), blanks(option));
        }
        if (widths.matches()) {
            String first = Optional.ofNullable(widths.group(1)).orElse("0");
            if (isWidth(first) && isWidth(widths.group(2))) {
                return new Prefixes(blanks(first), blanks(widths.group(2)));
            }
        }
        return new Prefixes(option, option);
    }

    private static boolean isWidth(String digits) {
        return Integer.parseInt(digits) <= WIDEST;
    }

    private static String blanks(String width) {
        return " ".repeat(Integer.parseInt(width));
    }
}
