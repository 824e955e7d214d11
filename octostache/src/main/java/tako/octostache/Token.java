package tako.octostache;

import java.util.List;

/** A piece of a template, from left to right. Constructs know where they stand: the units of the template before them. */
sealed interface Token extends Option {

    /** Plain text, its escapes resolved. */
    record Text(String text) implements Token {}

    /** {@code #{expression}}. */
    record Substitution(Expression expression, int offset) implements Token {}

    /**
     * {@code #{if}} with its {@code #{elseif}}s, and {@code #{unless}}, whose branches are swapped.
     *
     * @param choices one at least; the first whose condition holds is taken
     */
    record Conditional(List<Choice> choices, List<Token> otherwise) implements Token {
        public Conditional {
            choices = List.copyOf(choices);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** What is written where a condition holds. */
    record Choice(Condition condition, List<Token> body, int offset) {
        public Choice {
            body = List.copyOf(body);
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
