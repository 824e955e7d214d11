package tako.structured.yaml;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.regex.Pattern;

/**
 * Which style can hold a text. Stricter than YAML in places, as the files are laid out as YamlDotNet 16 does; where that would lose something
 * of the text, the stricter rule is ours. For one file: an encoder is no object for several threads.
 */
final class ScalarRules {
    private static final String BREAK = "[\\n\\r\\x85\\u2028\\u2029]";
    private static final String BLANK = "[ \\t]";

    private static final Pattern ANY_BREAK = Pattern.compile(BREAK);
    private static final Pattern LONE_CARRIAGE_RETURN = Pattern.compile("\\r(?!\\n)");
    private static final Pattern BLANK_AT_BREAK = Pattern.compile(BLANK + BREAK + "|" + BREAK + BLANK);
    private static final Pattern LINE_OF_SPACES = Pattern.compile(BREAK + " +" + BREAK);
    private static final Pattern BLANK_AT_EDGE = Pattern.compile("^" + BLANK + "|" + BLANK + "\\z");

    private static final Pattern LEADING_INDICATOR =
            Pattern.compile("^(?:---|\\.\\.\\.|[#,\\[\\]{}&*!|>\"%@`']|[-?:](?:" + BLANK + "|\\z))");
    private static final Pattern INNER_INDICATOR = Pattern.compile(":(?:" + BLANK + "|\\z)|" + BLANK + "#");
    private static final Pattern FLOW_INDICATOR = Pattern.compile("[,?\\[\\]{}:]");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFEFE\\uFF00-\\uFFFD]");
    private static final String NULL = "tag:yaml.org,2002:null";

    private final CharsetEncoder encoder;

    /** For a file in such an encoding: what it cannot encode is escaped. */
    ScalarRules(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /**
     * The style nearest to a scalar's own that holds its text.
     *
     * @param flow whether it stands in braces or brackets
     * @param key whether it is a key before a colon, on one line
     */
    ScalarStyle style(YamlEvent.Scalar scalar, boolean flow, boolean key) {
        String text = scalar.text();
        if (key && isMultiline(text)) {
            return ScalarStyle.DOUBLE_QUOTED;
        }
        return switch (scalar.style()) {
            case PLAIN -> isNothing(scalar) && !flow && !key ? ScalarStyle.PLAIN : plainOrQuoted(text, flow);
            case SINGLE_QUOTED -> maySingleQuote(text) ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
            case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> mayBeBlock(text) && !flow && !key ? scalar.style() : ScalarStyle.DOUBLE_QUOTED;
        };
    }

    private static boolean isNothing(YamlEvent.Scalar scalar) {
        return scalar.text().isEmpty() && scalar.properties().hasTag(NULL);
    }

    private ScalarStyle plainOrQuoted(String text, boolean flow) {
        if (mayBePlain(text, flow)) {
            return ScalarStyle.PLAIN;
        }
        return maySingleQuote(text) && !text.contains("'") ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
    }

    /** Whether a text means itself without quotes. */
    boolean mayBePlain(String text, boolean flow) {
        return !text.isEmpty()
                && isWritable(text)
                && !isMultiline(text)
                && !BLANK_AT_EDGE.matcher(text).find()
                && !LEADING_INDICATOR.matcher(text).find()
                && !INNER_INDICATOR.matcher(text).find()
                && !(flow && FLOW_INDICATOR.matcher(text).find());
    }

    /** Whether a text can stand in single quotes, where nothing can be escaped and blanks at line breaks are lost. */
    boolean maySingleQuote(String text) {
        return isWritable(text)
                && !LONE_CARRIAGE_RETURN.matcher(text).find()
                && !BLANK_AT_BREAK.matcher(text).find();
    }

    /** Whether a text can be a literal or folded block. Its characters stand for themselves, unprintable ones too. */
    boolean mayBeBlock(String text) {
        return !text.isEmpty()
                && !text.endsWith(" ")
                && encoder.canEncode(text)
                && text.indexOf('\uFEFF') < 0
                && !LONE_CARRIAGE_RETURN.matcher(text).find()
                && !LINE_OF_SPACES.matcher(text).find();
    }

    /** Whether a text has a line break of any kind. */
    static boolean isMultiline(String text) {
        return ANY_BREAK.matcher(text).find();
    }

    private boolean isWritable(String text) {
        return encoder.canEncode(text) && !UNPRINTABLE.matcher(text).find();
    }

    /** Whether a character, given as UTF-16, needs no escape in double quotes. */
    boolean isRawInDoubleQuotes(String character) {
        return isWritable(character) && !isMultiline(character) && !character.equals("\"") && !character.equals("\\");
    }
}
