package tako.structured.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of a file and how it was encoded, so that another text can be written the same way. Every file can be read as text. */
public final class TextFile {
    private final String text;
    private final Encoding encoding;

    private TextFile(String text, Encoding encoding) {
        this.text = text;
        this.encoding = encoding;
    }

    /** Reads a file: its byte order mark says how it is encoded; without one it is UTF-8, and what is not UTF-8 is windows-1252. */
    public static TextFile read(byte[] content) {
        return read(content, Optional.empty());
    }

    /** Reads an XML file: as others, but without a byte order mark what its declaration says is tried first. */
    public static TextFile readXml(byte[] content) {
        return read(content, XmlDeclaration.charset(content));
    }

    private static TextFile read(byte[] content, Optional<Charset> declared) {
        Stream<Encoding> candidates = Stream.of(
                        ByteOrderMark.of(content).map(Encoding::marked),
                        declared.map(Encoding::unmarked),
                        Optional.of(Encoding.UTF_8),
                        Optional.of(Encoding.unmarked(Windows1252.CHARSET)))
                .flatMap(Optional::stream);
        return candidates
                .flatMap(each -> each.decode(content).map(text -> new TextFile(text, each)).stream())
                .findFirst()
                .orElseThrow();
    }

    /** The text, without a byte order mark. */
    public String text() {
        return text;
    }

    /** How it is encoded. */
    public Charset charset() {
        return encoding.charset();
    }

    /** Whether the file can hold the text without changing its encoding. */
    public boolean holds(String other) {
        return encoding.encode(other).isPresent();
    }

    /**
     * The file with another text: encoded as it was, with a byte order mark if it had one. If that encoding lacks a character of the text,
     * it is UTF-8 without a mark, and a warning says so.
     */
    public WrittenFile write(String other) {
        return encoding.encode(other)
                .map(bytes -> new WrittenFile(bytes, List.of()))
                .orElseGet(() -> new WrittenFile(other.getBytes(StandardCharsets.UTF_8), List.of(lacking())));
    }

    private String lacking() {
        return "The file was written as UTF-8, because its encoding "
                + charset().name().toLowerCase(Locale.ROOT) + " lacks a character of the new text.";
    }
}
