package tako.octostache;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    static final String OPEN = "#{";

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
        try {
            return read(source, onSyntaxError);
        } catch (StackOverflowError tooDeep) {
            return failed(source, Budget.stackIsFull());
        }
    }

    /** As {@link #parse}, but for what depends on the stack that is left: that says nothing about the text, so must not be kept. */
    static Template read(String source, OnSyntaxError onSyntaxError) {
        if (!source.contains(OPEN)) {
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

    /** A value's template, for an evaluation of its own. */
    static Template of(Value value) {
        try {
            return value.template();
        } catch (StackOverflowError tooDeep) {
            return failed(value.text(), Budget.stackIsFull());
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

    /**
     * What it mentions, each once, in the order of first mention: paths in the language's own spelling, {@code Server[#{Name}].Address} and
     * {@code Name}. All branches count; a loop's own
     * variable counts where its body mentions it; what values mention does not count.
     */
    public Set<String> mentioned() {
        return Collections.unmodifiableSet(Mentions.of(tokens));
    }

    /** Evaluates within bounds. */
    public Evaluation evaluate(Variables variables, Limits limits) {
        return evaluate(variables, limits, Filters.STANDARD);
    }

    /** Evaluates within bounds, with more filters than the language has, or another clock. */
    public Evaluation evaluate(Variables variables, Limits limits, Filters filters) {
        if (failure.isPresent() || isPlain()) {
            return unevaluated(failure);
        }
        return evaluated(variables, Setting.of(limits, filters, variables));
    }

    /** Evaluates within {@link Limits#STANDARD} and notes which variables took part. */
    public Trace trace(Variables variables) {
        return trace(variables, Limits.STANDARD);
    }

    /** Evaluates within bounds and notes which variables took part. */
    public Trace trace(Variables variables, Limits limits) {
        if (failure.isPresent() || isPlain()) {
            return new Trace(unevaluated(failure), List.of());
        }
        ReadLog log = ReadLog.on();
        return new Trace(evaluated(variables, Setting.noting(log, limits, variables)), log.reads());
    }

    private Evaluation evaluated(Variables variables, Setting setting) {
        Optional<Failure> unusable = variables.failure();
        if (unusable.isPresent()) {
            return unevaluated(unusable);
        }
        var findings = new Findings();
        Output output = Output.of(setting.budget(), findings, source.length() + source.length() / 4);
        try {
            new Evaluator(setting).write(tokens, Scope.root(variables.root()), output);
            return new Evaluation(
                    output.isAbsent() ? Optional.empty() : Optional.of(output.text()),
                    findings.unresolved(),
                    Optional.empty(),
                    findings.troubles(source));
        } catch (EvaluationStopped stopped) {
            return stopped(stopped.failure(), findings);
        } catch (StackOverflowError tooDeep) {
            return stopped(Budget.stackIsFull(), findings);
        }
    }

    private Evaluation stopped(Failure failure, Findings findings) {
        return new Evaluation(
                Optional.of(source), List.of(), Optional.of(failure), List.of(findings.trouble(failure, source)));
    }

    private Evaluation unevaluated(Optional<Failure> why) {
        List<Trouble> troubles = why.map(Template::trouble).map(List::of).orElse(List.of());
        return new Evaluation(Optional.of(source), List.of(), why, troubles);
    }

    private static Trouble trouble(Failure failure) {
        return failure instanceof Failure.Syntax(String message, int line, int column)
                ? new Trouble(message, line, column, Optional.empty())
                : new Trouble(failure.message(), 1, 1, Optional.empty());
    }

    static List<String> items(String path, Variables variables) {
        Optional<Symbol> symbol = SymbolParser.ofName(path);
        if (symbol.isEmpty()) {
            return List.of();
        }
        var setting = Setting.of(Limits.STANDARD, Filters.STANDARD, variables);
        Output nowhere = Output.of(setting.budget(), new Findings(), 0);
        try {
            List<Binding> items = new Evaluator(setting).items(symbol.get(), Scope.root(variables.root()), nowhere);
            return items.stream()
                    .flatMap(item -> Optional.ofNullable(item.value()).stream())
                    .map(Value::text)
                    .toList();
        } catch (EvaluationStopped | StackOverflowError stopped) {
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
