package tako.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tako.app.template.FileChange;
import tako.app.template.VariablesFile;
import tako.octostache.Evaluation;
import tako.octostache.OnSyntaxError;
import tako.octostache.Template;
import tako.octostache.Trouble;
import tako.octostache.Variables;
import tako.structured.file.Remark;

/** {@code tako template}: evaluates a template, or rewrites a configuration file, as a deployment would; no server is needed. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = {
            "Evaluate the template on standard input, or rewrite a configuration file, and print what comes out.",
            "What is wrong is said on standard error, as LINE:COLUMN: MESSAGE.",
            "Ends with 0, or 1 if something could not be resolved or read."
        },
        sortOptions = false)
final class TemplateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--variables",
            paramLabel = "FILE",
            description = "A JSON object of values by name, or a set of variables as the API shows it.")
    private Optional<Path> variables = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A variable, on top of those of the file; may be repeated.")
    private Map<String, String> more = Map.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Instead of a template: a configuration file. It is not changed; the result is printed.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--as",
            paramLabel = "WAY",
            defaultValue = "structured",
            description = "How to rewrite the file: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FileChange way = FileChange.STRUCTURED;

    @Option(
            names = "--skip-unreadable",
            description = "Leave what cannot be read as it is and evaluate the rest, as in files.")
    private boolean skipsUnreadable;

    private final InputStream in;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    TemplateCommand() {
        this(System.in);
    }

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    TemplateCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        Variables known = known();
        return file.isPresent() ? rewrite(file.get(), known) : evaluate(known);
    }

    private Variables known() {
        try {
            Variables fromFile =
                    variables.isPresent() ? Variables.of(VariablesFile.read(variables.get())) : Variables.NONE;
            return fromFile.with(more);
        } catch (IOException refused) {
            throw new StartRefused(String.valueOf(refused.getMessage()));
        }
    }

    private int evaluate(Variables known) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        OnSyntaxError mode = skipsUnreadable ? OnSyntaxError.CONTINUE : OnSyntaxError.HALT;
        Evaluation evaluation = Template.parse(text, mode).evaluate(known);
        PrintWriter out = spec.commandLine().getOut();
        out.print(evaluation.text());
        out.flush();
        evaluation.troubles().forEach(trouble -> say(where(trouble) + what(trouble, evaluation)));
        return evaluation.troubles().isEmpty() ? 0 : 1;
    }

    private static String where(Trouble trouble) {
        return trouble.line() + ":" + trouble.column() + ": ";
    }

    private static String what(Trouble trouble, Evaluation evaluation) {
        String in = trouble.variable().map(name -> ", in the value of " + name).orElse("");
        return evaluation.failure().isPresent() ? trouble.what() + in : "there is no value for " + trouble.what() + in;
    }

    private int rewrite(Path path, Variables known) throws IOException {
        if (!Files.isReadable(path)) {
            throw new StartRefused("There is no file to be read at " + path + ".");
        }
        return switch (way.apply(path.toString(), Files.readAllBytes(path), known)) {
            case FileChange.Outcome.Done done -> {
                say(done.remarks());
                PrintWriter out = spec.commandLine().getOut();
                out.print(new String(done.file().content(), StandardCharsets.UTF_8));
                out.flush();
                yield 0;
            }
            case FileChange.Outcome.Refused refused -> {
                say(refused.remarks());
                yield 1;
            }
        };
    }

    private void say(List<Remark> remarks) {
        remarks.forEach(remark -> say(remark.text()));
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
