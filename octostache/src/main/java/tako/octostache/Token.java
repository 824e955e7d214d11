package tako.octostache;

import java.util.List;

/** A piece of a template, from left to right. Constructs know where they stand: the units of the template before them. */
sealed interface Token extends Option {

    /** Plain text, its escapes resolved. */
    record Text(String text) implements Token {}

    /** {@code #{expression}}. */
    record Substitution(Expression expression, int offset) implements Token {}

    /** {@code #{if}} and {@code #{unless}}, whose branches are swapped. */
    record Conditional(Condition condition, List<Token> then, List<Token> otherwise, int offset) implements Token {
        public Conditional {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code #{each variable in collection}}. */
    record Repetition(Step.Identifier variable, Symbol collection, List<Token> body, int offset) implements Token {
        public Repetition {
            body = List.copyOf(body);
        }
    }

    /** {@code #{calc expression}}. */
    record Calculation(Arithmetic expression, int offset) implements Token {}
}
