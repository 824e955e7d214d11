package tako.octostache.filter;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that finds what .NET finds with its default options: {@code .} excludes only a line feed, {@code $} is the end and the
 * place before a last line feed, classes are Unicode's. Looking ends at a deadline, and the expression's length, nesting and
 * counts are bounded.
 */
final class DotNetRegex {
    private final String source;
    private final RegexTranslation.Result translation;
    private final Pattern pattern;

    private DotNetRegex(String source, RegexTranslation.Result translation, Pattern pattern) {
        this.source = source;
        this.translation = translation;
        this.pattern = pattern;
    }

    /** @throws FilterRefused if the text is no regular expression, or one that Java cannot do */
    static DotNetRegex compile(String source) {
        RegexTranslation.Result translation = new RegexTranslation(source).translate();
        try {
            return new DotNetRegex(
                    source,
                    translation,
                    Pattern.compile(translation.java(), Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS));
        } catch (PatternSyntaxException bad) {
            throw RegexCursor.refused(source, bad.getDescription());
        }
    }

    Map<String, List<Integer>> groups() {
        return translation.groups();
    }

    boolean isFoundIn(String text, Deadline deadline) {
        return guarded(() -> pattern.matcher(watched(text, deadline)).find());
    }

    String replaceAll(String text, RegexReplacement replacement, Deadline deadline) {
        return guarded(() -> replace(text, replacement, deadline));
    }

    private String replace(String text, RegexReplacement replacement, Deadline deadline) {
        WatchedText watched = watched(text, deadline);
        Matcher matcher = pattern.matcher(watched);
        var result = new StringBuilder(text.length() + 16);
        int end = 0;
        while (matcher.find()) {
            watched.tick();
            result.append(text, end, matcher.start());
            replacement.write(matcher, text, result);
            end = matcher.end();
        }
        return result.append(text, end, text.length()).toString();
    }

    private WatchedText watched(String text, Deadline deadline) {
        String subject = "the regular expression \"" + Shortened.of(source) + "\"";
        return new WatchedText(subject, text, translation.effort(), deadline);
    }

    /**
     * Java's matcher calls itself for every round of a repeated group that offers a choice, such as {@code (a|b)*}. How deep it gets depends on
     * the text, so that it cannot be told before; nothing but the matcher's own state is lost.
     */
    private <T> T guarded(Supplier<T> search) {
        try {
            return search.get();
        } catch (StackOverflowError tooDeep) {
            throw RegexCursor.refused(source, "it repeats a choice too often in this text");
        }
    }
}
