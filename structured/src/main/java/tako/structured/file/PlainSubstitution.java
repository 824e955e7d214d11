package tako.structured.file;

import java.util.function.Function;
import tako.octostache.Evaluation;

/** Text files as templates: whatever stands in the file is evaluated; encoding, byte order mark and line ends stay as they are. */
public final class PlainSubstitution {
    private PlainSubstitution() {}

    /**
     * What a file became.
     *
     * @param evaluation with what was in the way; its places are those of the file
     */
    public record Substituted(WrittenFile file, Evaluation evaluation) {}

    /**
     * Evaluates a file.
     *
     * @param evaluation what a template becomes; how it takes errors is its own
     */
    public static Substituted substitute(byte[] content, Function<String, Evaluation> evaluation) {
        TextFile file = TextFile.read(content);
        Evaluation evaluated = evaluation.apply(file.text());
        return new Substituted(file.write(evaluated.text()), evaluated);
    }
}
