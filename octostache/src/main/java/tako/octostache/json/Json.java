package tako.octostache.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value: an immutable tree, in which comments and the spelling of numbers and strings are lost. */
public sealed interface Json {
    /** {@code null}. */
    Json NULL = new NullNode();

    /** {@code undefined}, also what stands between two commas. */
    Json UNDEFINED = new UndefinedNode();

    /**
     * An object.
     *
     * @param members in their order; of members with the same name the last one's value counts, at the place of the first
     */
    record ObjectNode(Map<String, Json> members) implements Json {
        public ObjectNode {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record ArrayNode(List<Json> elements) implements Json {
        public ArrayNode {
            elements = Collections.unmodifiableList(new ArrayList<>(elements));
        }
    }

    /** A string, its escapes resolved. */
    record StringNode(String text) implements Json {}

    /** A number without point and exponent, of any size. */
    record IntegerNode(BigInteger value) implements Json {
        /** An integer of 64 bits. */
        public static IntegerNode of(long value) {
            return new IntegerNode(BigInteger.valueOf(value));
        }
    }

    /** A number with a point or an exponent, or one that is none or infinite. */
    record FloatNode(double value) implements Json {}

    /** {@code true} or {@code false}. */
    record BooleanNode(boolean value) implements Json {}

    /** See {@link #NULL}. */
    record NullNode() implements Json {}

    /** See {@link #UNDEFINED}. */
    record UndefinedNode() implements Json {}

    /** {@code new Name(arguments)}, as JavaScript of old wrote dates. */
    record ConstructorNode(String name, List<Json> arguments) implements Json {
        public ConstructorNode {
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        }
    }
}
