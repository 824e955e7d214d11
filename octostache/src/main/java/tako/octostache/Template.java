package tako.octostache;

import java.util.List;
import java.util.Optional;

/**
 * A text with expressions, read once and evaluated as often as one likes: immutable and thread-safe.
 *
 * <pre>{@code
 * Template template = Template.parse("Running in #{Octopus.Environment.Name | ToUpper}");
 * String text = template.evaluate(variables).text();
 * }</pre>
 *
 * <p>A text that cannot be read is a template too. It evaluates to itself and says why ({@link Evaluation#failure}); nothing that users
 * can write makes {@link #parse} or {@link #evaluate} throw.
 */
public final class Template {
    private final String source;
    private final List<Token> tokens;
    private final Optional<Failure> failure;

    private Template(String source, List<Token> tokens, Optional<Failure> failure) {
        this.source = source;
        this.tokens = List.copyOf(tokens);
        this.failure = failure;
    }

    /** Reads a value or a setting: the first place that cannot be read makes it a plain text with a failure. */
    public static Template parse(String source) {
        return parse(source, OnSyntaxError.HALT);
    }

    /** Reads a text. */
    public static Template parse(String source, OnSyntaxError onSyntaxError) {
        if (!source.contains("#{")) {
            return new Template(source, List.of(), Optional.empty());
        }
        try {
            return switch (onSyntaxError) {
                case HALT -> new TemplateReader(source).whole();
                case CONTINUE -> new TemplateReader(source).readableParts();
            };
        } catch (EvaluationStopped stopped) {
            return failed(source, stopped.failure());
        }
    }

    static Template of(String source, List<Token> tokens) {
        return new Template(source, tokens, Optional.empty());
    }

    static Template failed(String source, Failure failure) {
        return new Template(source, List.of(), Optional.of(failure));
    }

    /** The text it was read from. */
    public String source() {
        return source;
    }

    /** Why the text could not be read, if so. */
    public Optional<Failure> failure() {
        return failure;
    }

    /** Evaluates within {@link Limits#STANDARD}. */
    public Evaluation evaluate(Variables variables) {
        return evaluate(variables, Limits.STANDARD);
    }

    /** Evaluates within bounds. */
    public Evaluation evaluate(Variables variables, Limits limits) {
        if (failure.isPresent() || isPlain()) {
            return new Evaluation(Optional.of(source), List.of(), failure);
        }
        Optional<Failure> unusable = variables.failure();
        if (unusable.isPresent()) {
            return new Evaluation(Optional.of(source), List.of(), unusable);
        }
        return evaluated(variables, new Budget(limits), ReadLog.OFF);
    }

    /** Evaluates within {@link Limits#STANDARD} and notes which variables took part. */
    public Trace trace(Variables variables) {
        if (failure.isPresent() || isPlain() || variables.failure().isPresent()) {
            return new Trace(evaluate(variables), List.of());
        }
        ReadLog log = ReadLog.on();
        return new Trace(evaluated(variables, new Budget(Limits.STANDARD), log), log.reads());
    }

    private Evaluation evaluated(Variables variables, Budget budget, ReadLog log) {
        var output = new Output(budget);
        try {
            new Evaluator(budget, log).write(tokens, Scope.root(variables.root()), output);
            return output.evaluation();
        } catch (EvaluationStopped stopped) {
            return new Evaluation(Optional.of(source), List.of(), Optional.of(stopped.failure()));
        }
    }

    static List<String> items(String path, Variables variables) {
        Optional<Symbol> symbol = SymbolParser.ofName(path);
        if (symbol.isEmpty()) {
            return List.of();
        }
        var budget = new Budget(Limits.STANDARD);
        try {
            return new Evaluator(budget, ReadLog.OFF)
                    .items(symbol.get(), Scope.root(variables.root()), new Output(budget)).stream()
                            .flatMap(item -> item.value().stream())
                            .map(Value::text)
                            .toList();
        } catch (EvaluationStopped stopped) {
            return List.of();
        }
    }

    /** Whether there is nothing to evaluate. */
    boolean isPlain() {
        return tokens.isEmpty();
    }

    List<Token> tokens() {
        return tokens;
    }
}
