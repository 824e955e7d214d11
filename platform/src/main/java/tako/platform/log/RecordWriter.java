package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Builds records: length of the content (4 bytes), CRC-32C of the content (4), content. Numbers are big-endian. */
final class RecordWriter {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** Begins a record. */
    RecordWriter begin(int kind) {
        content.reset();
        return small(kind);
    }

    /** One byte. */
    RecordWriter small(int value) {
        content.write(value);
        return this;
    }

    /** Eight bytes. */
    RecordWriter number(long value) {
        content.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    /** Its length in bytes (4) and its UTF-8. */
    RecordWriter text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        content.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        content.writeBytes(bytes);
        return this;
    }

    /** Ends the record. */
    void end() {
        byte[] bytes = content.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        all.writeBytes(ByteBuffer.allocate(RecordReader.FRAME)
                .putInt(bytes.length)
                .putInt((int) sum.getValue())
                .array());
        all.writeBytes(bytes);
    }

    /** All records. */
    byte[] bytes() {
        return all.toByteArray();
    }
}
