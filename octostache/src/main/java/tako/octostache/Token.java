package tako.octostache;

import java.util.List;

/** A piece of a template, from left to right. */
sealed interface Token extends Option {

    /** Plain text, its escapes resolved. */
    record Text(String text) implements Token {}

    /** {@code #{expression}}. */
    record Substitution(Expression expression) implements Token {}

    /** {@code #{if}} and {@code #{unless}}, whose branches are swapped. */
    record Conditional(Condition condition, List<Token> then, List<Token> otherwise) implements Token {
        public Conditional {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code #{each variable in collection}}. */
    record Repetition(Step.Identifier variable, Symbol collection, List<Token> body) implements Token {
        public Repetition {
            body = List.copyOf(body);
        }
    }

    /** {@code #{calc expression}}. */
    record Calculation(Arithmetic expression) implements Token {}
}
