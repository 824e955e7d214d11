package tako.structured.dotnet;

import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;
import tako.structured.file.TextFile;
import tako.structured.file.WrittenFile;

/** Configuration files of .NET applications as bytes. */
public final class DotNetFile {
    private DotNetFile() {}

    /** What became of a file. */
    public sealed interface Outcome {
        /**
         * It was read; without a used variable its content is what it was, byte for byte.
         *
         * @param file the new content and every warning
         * @param used the names of the variables that found a setting
         */
        record Done(WrittenFile file, List<String> used) implements Outcome {
            public Done {
                used = List.copyOf(used);
            }
        }

        /** It is no XML; it stays as it is. */
        record Failed(Rewriting.Unreadable reason) implements Outcome {}
    }

    /**
     * Replaces settings by variables.
     *
     * @param variables with evaluated values, each name once (names compared ignoring case)
     */
    public static Outcome rewrite(byte[] content, List<Replacement> variables) {
        TextFile file = TextFile.readXml(content);
        var text = new ConfigurationText(file.text(), file.charset());
        return switch (new DotNetRewriter().rewrite(text, variables)) {
            case Rewriting.Rewritten rewritten ->
                new Outcome.Done(file.write(rewritten.text()).withWarnings(rewritten.warnings()), rewritten.used());
            case Rewriting.Unreadable reason -> new Outcome.Failed(reason);
        };
    }
}
