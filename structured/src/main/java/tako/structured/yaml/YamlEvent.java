package tako.structured.yaml;

import java.util.Optional;
import java.util.SortedMap;

/** A step of walking through a YAML stream from its beginning to its end. Ends match their starts. */
sealed interface YamlEvent {
    /** Whether it is, or begins, a node. */
    default boolean isNode() {
        return switch (this) {
            case Scalar _, Alias _, CollectionStart _ -> true;
            case CollectionEnd _, Comment _, DocumentStart _, DocumentEnd _ -> false;
        };
    }

    /** Whether it begins a mapping that is not in braces. */
    default boolean isBlockMapping() {
        return this instanceof CollectionStart start && start.kind() == Collection.MAPPING && !start.flow();
    }

    /**
     * A document begins.
     *
     * @param explicit whether {@code ---} says so
     * @param version of YAML, as {@code 1.2}, if a directive names one
     * @param tags the handles that directives declare, with their prefixes
     */
    record DocumentStart(boolean explicit, Optional<String> version, SortedMap<String, String> tags)
            implements YamlEvent {}

    /**
     * A document ends.
     *
     * @param explicit whether {@code ...} says so
     */
    record DocumentEnd(boolean explicit) implements YamlEvent {}

    /** A text, number or key. */
    record Scalar(NodeProperties properties, String text, ScalarStyle style) implements YamlEvent {}

    /**
     * A mapping or list begins.
     *
     * @param flow whether it is written in braces or brackets
     */
    record CollectionStart(Collection kind, NodeProperties properties, boolean flow) implements YamlEvent {}

    /** The innermost mapping or list ends. */
    record CollectionEnd() implements YamlEvent {}

    /** What was anchored elsewhere stands here too. */
    record Alias(String anchor) implements YamlEvent {}

    /**
     * A comment.
     *
     * @param text as it is written, from the number sign
     */
    record Comment(String text, Standing standing) implements YamlEvent {
        boolean isOnOwnLine() {
            return standing == Standing.ON_OWN_LINE;
        }
    }

    /** What stands before a comment on its line. */
    enum Standing {
        /** Nothing. */
        ON_OWN_LINE,
        /** An indicator of the entry that follows: {@code - # comment}. */
        BEFORE_ENTRY,
        /** What it comments on, or a key, or the header of the block before it. */
        BEHIND
    }

    /** What a collection is made of. */
    enum Collection {
        /** Keys with values. */
        MAPPING,
        /** Items in order. */
        SEQUENCE
    }
}
