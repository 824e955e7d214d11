package tako.steps.kubernetes.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a value without quotes means. It is what kubectl takes it for: YAML 1.1, so that {@code yes} is true and the file mode
 * {@code 0644} is octal.
 */
final class PlainScalar {
    private static final Map<String, JsonNode> WORDS = Stream.of(
                    words(BooleanNode.TRUE, "y Y yes Yes YES true True TRUE on On ON"),
                    words(BooleanNode.FALSE, "n N no No NO false False FALSE off Off OFF"),
                    words(NullNode.getInstance(), "~ null Null NULL"))
            .flatMap(words -> words.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Pattern NO_JSON = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern INTEGER =
            Pattern.compile("(?<sign>[-+]?)(?:0[xX](?<hexadecimal>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)"
                    + "|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9][0-9]*))");
    private static final Pattern FRACTION = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern FIRST_OF_NUMBER = Pattern.compile("[-+.0-9].*");
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final int LONGEST_NUMBER = 400;
    private static final double LEAST_WITH_EXPONENT = 1e21;

    private PlainScalar() {}

    private static Map<String, JsonNode> words(JsonNode value, String spellings) {
        return Stream.of(spellings.split(" ")).collect(Collectors.toMap(word -> word, _ -> value));
    }

    /** The value; empty for infinity and what is not a number, which JSON cannot say. */
    static Optional<JsonNode> value(String text) {
        if (text.isEmpty()) {
            return Optional.of(NullNode.getInstance());
        }
        var word = WORDS.get(text);
        if (word != null) {
            return Optional.of(word);
        }
        return NO_JSON.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(number(text).orElseGet(() -> StringNode.valueOf(text)));
    }

    private static Optional<JsonNode> number(String text) {
        if (text.length() > LONGEST_NUMBER || !FIRST_OF_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var digits = text.replace("_", "");
        return integer(digits).or(() -> fraction(digits));
    }

    private static Optional<JsonNode> integer(String text) {
        var parts = INTEGER.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Stream.of(
                        digits(parts.group("hexadecimal"), 16),
                        digits(parts.group("binary"), 2),
                        digits(parts.group("octal"), 8),
                        digits(parts.group("decimal"), 10))
                .flatMap(Optional::stream)
                .findFirst()
                .map(size -> parts.group("sign").equals("-") ? size.negate() : size)
                .filter(value -> value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0)
                .map(PlainScalar::node);
    }

    private static Optional<BigInteger> digits(@Nullable String digits, int radix) {
        return Optional.ofNullable(digits).map(text -> new BigInteger(text, radix));
    }

    private static JsonNode node(BigInteger value) {
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValueExact())
                : JsonNodeFactory.instance.numberNode(value);
    }

    private static Optional<JsonNode> fraction(String text) {
        if (!FRACTION.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return Optional.empty();
        }
        return Optional.of(
                value == Math.rint(value) && Math.abs(value) < LEAST_WITH_EXPONENT
                        ? node(new BigDecimal(Double.toString(value)).toBigIntegerExact())
                        : DoubleNode.valueOf(value));
    }
}
