package tako.structured.file;

import java.util.List;
import java.util.stream.Stream;

/** A file's new content. */
public final class WrittenFile {
    private final byte[] content;
    private final List<String> warnings;

    WrittenFile(byte[] content, List<String> warnings) {
        this.content = content.clone();
        this.warnings = List.copyOf(warnings);
    }

    /** All bytes, a byte order mark included; a copy. */
    public byte[] content() {
        return content.clone();
    }

    /** Sentences for people. */
    public List<String> warnings() {
        return warnings;
    }

    /** The same with more warnings, which come first. */
    public WrittenFile withWarnings(List<String> more) {
        return new WrittenFile(
                content, Stream.concat(more.stream(), warnings.stream()).toList());
    }
}
