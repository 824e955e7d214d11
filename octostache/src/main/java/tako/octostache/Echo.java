package tako.octostache;

import java.util.List;
import java.util.stream.Collectors;
import tako.octostache.json.Numbers;

/** How a construct that cannot be resolved is written: from what was read, with the blanks of the language instead of the writer's. */
final class Echo {
    private Echo() {}

    static String of(Token token) {
        return switch (token) {
            case Token.Text(String text) -> escaped(text);
            case Token.Substitution(Expression expression, int _) -> "#{" + of(expression) + "}";
            case Token.Conditional conditional -> of(conditional);
            case Token.Repetition(Step.Identifier variable, Symbol collection, List<Token> body, int _) ->
                "#{each " + variable.text() + " in " + of(collection) + "}" + of(body) + "#{/each}";
            case Token.Calculation(Arithmetic expression, int _) -> "#{" + of(expression) + "}";
        };
    }

    static String of(Operand operand) {
        return switch (operand) {
            case Symbol symbol -> symbol(symbol);
            case FilterCall call -> call(call);
            case Literal(String text) -> "\"" + escaped(text) + "\"";
        };
    }

    static String of(List<Token> tokens) {
        return tokens.stream().map(Echo::of).collect(Collectors.joining());
    }

    private static String of(Token.Conditional conditional) {
        Condition condition = conditional.condition();
        String comparison = condition
                .comparison()
                .map(with -> (with.equal() ? " == " : " != ") + of(with.right()) + " ")
                .orElse("");
        String otherwise = conditional.otherwise().isEmpty() ? "" : "#{else}" + of(conditional.otherwise());
        return "#{if " + of(condition.left()) + comparison + "}" + of(conditional.then()) + otherwise + "#{/if}";
    }

    private static String of(Arithmetic arithmetic) {
        return switch (arithmetic) {
            case Arithmetic.Constant(double value) -> Numbers.format(value);
            case Arithmetic.Variable(Symbol symbol) -> symbol(symbol);
            case Arithmetic.Operation(Arithmetic left, char operator, Arithmetic right) ->
                of(left) + operator + of(right);
        };
    }

    private static String call(FilterCall call) {
        String argument = call.argument().map(Echo::of).orElse("");
        String options =
                call.options().stream().map(option -> " " + option(option)).collect(Collectors.joining());
        return argument + " | " + call.name() + options;
    }

    private static String option(Option option) {
        return switch (option) {
            case Token token -> of(token);
            case Literal literal -> of((Operand) literal);
        };
    }

    private static String symbol(Symbol symbol) {
        var text = new StringBuilder();
        for (Step step : symbol.steps()) {
            switch (step) {
                case Step.Identifier identifier ->
                    text.append(text.isEmpty() ? "" : ".").append(identifier.text());
                case Step.Index index -> text.append('[').append(index.text()).append(']');
                case Step.Lookup lookup ->
                    text.append("[#{").append(symbol(lookup.symbol())).append("}]");
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("#{", "##{");
    }
}
