package tako.structured.file;

import java.util.function.UnaryOperator;

/** Text files as templates: whatever stands in the file is evaluated; encoding, byte order mark and line ends stay as they are. */
public final class PlainSubstitution {
    private PlainSubstitution() {}

    /**
     * Evaluates a file.
     *
     * @param evaluation what a template becomes; how it takes errors is its own
     */
    public static WrittenFile substitute(byte[] content, UnaryOperator<String> evaluation) {
        TextFile file = TextFile.read(content);
        return file.write(evaluation.apply(file.text()));
    }
}
