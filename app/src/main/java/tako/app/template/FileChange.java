package tako.app.template;

import java.util.List;
import java.util.stream.Stream;
import tako.octostache.OnSyntaxError;
import tako.octostache.Template;
import tako.octostache.Variables;
import tako.structured.Replacement;
import tako.structured.Rewriting;
import tako.structured.dotnet.DotNetFile;
import tako.structured.file.FileRewriting;
import tako.structured.file.PlainSubstitution;
import tako.structured.file.Remark;
import tako.structured.file.Remarks;
import tako.structured.file.StructuredFile;
import tako.structured.file.WrittenFile;

/** How variables change a configuration file: the ways that steps have. */
public enum FileChange {
    /** Values at paths, in JSON, YAML, XML and .properties. */
    STRUCTURED,
    /** Expressions, wherever they stand. */
    SUBSTITUTE,
    /** Settings of .NET applications, by their names. */
    DOTNET;

    /** What comes out. */
    public sealed interface Outcome {
        /**
         * A file.
         *
         * @param remarks for the log; errors among them say what in the file could not be resolved
         */
        record Done(WrittenFile file, List<Remark> remarks) implements Outcome {
            public Done {
                remarks = List.copyOf(remarks);
            }
        }

        /** Nothing; the file stays as it is. */
        record Refused(List<Remark> remarks) implements Outcome {
            public Refused {
                remarks = List.copyOf(remarks);
            }
        }
    }

    /**
     * Changes a file.
     *
     * @param name of the file, which tells its format
     */
    public Outcome apply(String name, byte[] content, Variables variables) {
        return switch (this) {
            case STRUCTURED -> structured(name, content, variables);
            case SUBSTITUTE -> substituted(content, variables);
            case DOTNET -> dotNet(name, content, variables);
        };
    }

    private static Outcome structured(String name, byte[] content, Variables variables) {
        FileRewriting rewriting = StructuredFile.rewrite(name, content, replacements(variables));
        List<Remark> remarks = Remarks.of(name, rewriting);
        return switch (rewriting) {
            case FileRewriting.Done done -> new Outcome.Done(done.file(), remarks);
            case FileRewriting.Failed _ -> new Outcome.Refused(remarks);
        };
    }

    private static Outcome substituted(byte[] content, Variables variables) {
        PlainSubstitution.Substituted done = PlainSubstitution.substitute(
                content, text -> Template.parse(text, OnSyntaxError.CONTINUE).evaluate(variables));
        Stream<Remark> troubles =
                TroubleText.of(done.evaluation()).stream().map(text -> new Remark(Remark.Level.ERROR, text));
        return new Outcome.Done(
                done.file(),
                Stream.concat(troubles, warnings(done.file()).stream()).toList());
    }

    private static Outcome dotNet(String name, byte[] content, Variables variables) {
        return switch (DotNetFile.rewrite(content, replacements(variables))) {
            case DotNetFile.Outcome.Done done -> new Outcome.Done(done.file(), warnings(done.file()));
            case DotNetFile.Outcome.Failed(Rewriting.Unreadable reason) ->
                new Outcome.Refused(List.of(new Remark(
                        Remark.Level.ERROR,
                        name + ", line " + reason.line() + ", column " + reason.column() + ": " + reason.message())));
        };
    }

    private static List<Replacement> replacements(Variables variables) {
        return variables.names().stream()
                .map(name -> new Replacement(name, variables.get(name)))
                .toList();
    }

    private static List<Remark> warnings(WrittenFile file) {
        return file.warnings().stream()
                .map(text -> new Remark(Remark.Level.WARNING, text))
                .toList();
    }
}
