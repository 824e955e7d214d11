package tako.structured.xml;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML declaration.
 *
 * @param standalone yes, no, or nothing said
 */
record Declaration(String version, Optional<String> standalone) {
    private static final Pattern SPELLED = Pattern.compile("^<\\?xml\\s([^?]*)\\?>");
    private static final Pattern VERSION = Pattern.compile("\\bversion\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern STANDALONE = Pattern.compile("\\bstandalone\\s*=\\s*[\"'](yes|no)[\"']");

    /** The declaration that a text begins with. */
    static Optional<Declaration> of(String text) {
        Matcher spelled = SPELLED.matcher(text);
        if (!spelled.find()) {
            return Optional.empty();
        }
        String attributes = spelled.group(1);
        return Optional.of(new Declaration(first(VERSION, attributes).orElse("1.0"), first(STANDALONE, attributes)));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** As it stands in a file of that encoding. */
    String written(Charset charset) {
        return "<?xml version=\"" + version + "\" encoding=\"" + encoding(charset) + "\""
                + standalone.map(value -> " standalone=\"" + value + "\"").orElse("") + "?>";
    }

    /** .NET knows little-endian UTF-16 and UTF-32 by the name without a byte order. */
    private static String encoding(Charset charset) {
        return charset.name().toLowerCase(Locale.ROOT).replaceFirst("^(utf-(16|32))le$", "$1");
    }
}
