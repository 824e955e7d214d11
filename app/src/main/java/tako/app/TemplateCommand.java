package tako.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import tako.app.template.TroubleText;
import tako.app.template.VariablesFile;
import tako.octostache.Evaluation;
import tako.octostache.OnSyntaxError;
import tako.octostache.Template;
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
            description =
                    "Instead of a template: a configuration file. It is not changed; the result is printed in its encoding.")
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
    private final OutputStream out;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    TemplateCommand() {
        this(System.in, new FileOutputStream(FileDescriptor.out));
    }

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    TemplateCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
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
        print(evaluation.text().getBytes(StandardCharsets.UTF_8));
        TroubleText.of(evaluation).forEach(this::say);
        return evaluation.troubles().isEmpty() ? 0 : 1;
    }

    private int rewrite(Path path, Variables known) throws IOException {
        if (!Files.isReadable(path)) {
            throw new StartRefused("There is no file to be read at " + path + ".");
        }
        return switch (way.apply(path.toString(), Files.readAllBytes(path), known)) {
            case FileChange.Outcome.Done done -> {
                print(done.file().content());
                yield said(done.remarks());
            }
            case FileChange.Outcome.Refused refused -> said(refused.remarks());
        };
    }

    /** Bytes as they are: what is printed has the encoding of the file. */
    private void print(byte[] content) throws IOException {
        out.write(content);
        out.flush();
    }

    /** The exit code that follows from the remarks. */
    private int said(List<Remark> remarks) {
        remarks.forEach(remark -> say(remark.text()));
        return remarks.stream().anyMatch(remark -> remark.level() == Remark.Level.ERROR) ? 1 : 0;
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
