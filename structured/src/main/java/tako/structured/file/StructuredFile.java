package tako.structured.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;

/** Configuration files as bytes: finds the format, rewrites the text and keeps encoding, byte order mark and line ends. */
public final class StructuredFile {
    private StructuredFile() {}

    /** Rewrites a file whose name tells its format. */
    public static FileRewriting rewrite(String name, byte[] content, List<Replacement> variables) {
        return rewrite(FormatChoice.BY_NAME.formats(name), content, variables);
    }

    /**
     * Rewrites a file as the first format that it has.
     *
     * @param formats which to try, in order; at least one
     * @param variables with evaluated values, each name once (names compared ignoring case)
     */
    public static FileRewriting rewrite(
            List<ConfigurationFormat> formats, byte[] content, List<Replacement> variables) {
        var misfits = new ArrayList<Misfit>();
        for (ConfigurationFormat format : formats) {
            TextFile file = read(format, content);
            switch (rewrite(format, file, variables)) {
                case Rewriting.Rewritten rewritten -> {
                    return new FileRewriting.Done(write(format, file, rewritten), format, rewritten.used(), misfits);
                }
                case Rewriting.Unreadable reason -> misfits.add(new Misfit(format, reason));
            }
        }
        return new FileRewriting.Failed(misfits);
    }

    private static TextFile read(ConfigurationFormat format, byte[] content) {
        return switch (format) {
            case XML -> TextFile.readXml(content);
            case JSON, YAML, PROPERTIES -> TextFile.read(content);
        };
    }

    /** Rewrites in the file's encoding; once more as UTF-8 if that lacks a character, as the text may name its encoding. */
    private static Rewriting rewrite(ConfigurationFormat format, TextFile file, List<Replacement> variables) {
        Rewriting first = format.rewriter().rewrite(new ConfigurationText(file.text(), file.charset()), variables);
        return first instanceof Rewriting.Rewritten rewritten && !file.holds(rewritten.text())
                ? format.rewriter().rewrite(new ConfigurationText(file.text(), StandardCharsets.UTF_8), variables)
                : first;
    }

    private static WrittenFile write(ConfigurationFormat format, TextFile file, Rewriting.Rewritten rewritten) {
        String text = switch (format) {
            case PROPERTIES -> rewritten.text();
            case JSON, XML, YAML -> LineEnds.of(file.text()).end(rewritten.text());
        };
        return file.write(text).withWarnings(rewritten.warnings());
    }
}
