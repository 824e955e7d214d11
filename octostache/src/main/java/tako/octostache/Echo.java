package tako.octostache;

import java.util.List;
import tako.octostache.json.Numbers;

/** How a construct that cannot be resolved is written: from what was read, with the blanks of the language instead of the writer's. */
final class Echo {
    private final StringBuilder text = new StringBuilder();

    private Echo() {}

    static String of(Token token) {
        var echo = new Echo();
        echo.write(token);
        return echo.text.toString();
    }

    static String of(Operand operand) {
        var echo = new Echo();
        echo.write(operand);
        return echo.text.toString();
    }

    /** The part of a conditional that begins with one of its choices. */
    static String from(int choice, Token.Conditional conditional) {
        var echo = new Echo();
        echo.write(choice, conditional);
        return echo.text.toString();
    }

    private void write(List<Token> tokens) {
        for (Token token : tokens) {
            write(token);
        }
    }

    private void write(Token token) {
        switch (token) {
            case Token.Text(String plain) -> escaped(plain);
            case Token.Substitution(Expression expression, int _) -> {
                text.append(Template.OPEN);
                write(expression);
                text.append('}');
            }
            case Token.Conditional conditional -> write(0, conditional);
            case Token.Repetition repetition -> write(repetition);
            case Token.Calculation(Arithmetic expression, int _) -> {
                text.append(Template.OPEN);
                write(expression);
                text.append('}');
            }
        }
    }

    private void write(Token.Repetition repetition) {
        text.append("#{each ").append(repetition.variable().text()).append(" in ");
        write(repetition.collection());
        text.append('}');
        write(repetition.body());
        text.append("#{/each}");
    }

    /** What was written as {@code #{elseif}} is a condition within the branch for all others. */
    private void write(int first, Token.Conditional conditional) {
        List<Token.Choice> choices = conditional.choices();
        for (int i = first; i < choices.size(); i++) {
            text.append(i > first ? "#{else}#{if " : "#{if ");
            write(choices.get(i).condition());
            text.append('}');
            write(choices.get(i).body());
        }
        if (!conditional.otherwise().isEmpty()) {
            text.append("#{else}");
            write(conditional.otherwise());
        }
        text.repeat("#{/if}", choices.size() - first);
    }

    private void write(Condition condition) {
        write(condition.left());
        if (condition.comparison().isPresent()) {
            Condition.Comparison comparison = condition.comparison().get();
            text.append(comparison.equal() ? " == " : " != ");
            write(comparison.right());
            text.append(' ');
        }
    }

    private void write(Operand operand) {
        switch (operand) {
            case Symbol symbol -> write(symbol);
            case Filtered filtered -> write(filtered);
            case Literal literal -> write(literal);
        }
    }

    private void write(Filtered filtered) {
        filtered.argument().ifPresent(this::write);
        for (FilterCall call : filtered.filters()) {
            text.append(" | ").append(call.name());
            for (Option option : call.options()) {
                text.append(' ');
                write(option);
            }
        }
    }

    private void write(Option option) {
        switch (option) {
            case Token token -> write(token);
            case Literal literal -> write(literal);
        }
    }

    private void write(Literal literal) {
        text.append('"');
        escaped(literal.text());
        text.append('"');
    }

    private void write(Arithmetic arithmetic) {
        switch (arithmetic) {
            case Arithmetic.Constant(double value) -> text.append(Numbers.format(value));
            case Arithmetic.Variable(Symbol symbol) -> write(symbol);
            case Arithmetic.Chain(Arithmetic first, List<Arithmetic.Link> links) -> {
                write(first);
                for (Arithmetic.Link link : links) {
                    text.append(link.operator());
                    write(link.operand());
                }
            }
        }
    }

    private void write(Symbol symbol) {
        String separator = "";
        for (Step step : symbol.steps()) {
            switch (step) {
                case Step.Identifier identifier -> text.append(separator).append(identifier.text());
                case Step.Index index -> text.append('[').append(index.text()).append(']');
                case Step.Lookup(Symbol inner) -> {
                    text.append("[#{");
                    write(inner);
                    text.append("}]");
                }
            }
            separator = ".";
        }
    }

    private void escaped(String plain) {
        text.append(plain.replace(Template.OPEN, "##{"));
    }
}
