package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Builds records: length of the content (4 bytes), CRC-32C of the content (4), content. Numbers are big-endian. All are built in one
 * place, because a log may have a million lines.
 */
final class RecordWriter {
    private static final long MOST_AT_FIRST = 1 << 22;

    private final CRC32C sum = new CRC32C();
    private ByteBuffer all;
    private int begun;

    /** @param expected about how many bytes all records will have, so that they seldom move */
    RecordWriter(long expected) {
        all = ByteBuffer.allocate((int) Math.min(expected, MOST_AT_FIRST));
    }

    /** Begins a record. */
    RecordWriter begin(int kind) {
        begun = all.position();
        room(RecordReader.FRAME).position(begun + RecordReader.FRAME);
        return small(kind);
    }

    /** One byte. */
    RecordWriter small(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    /** Eight bytes. */
    RecordWriter number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** Its length in bytes (4) and its UTF-8. */
    RecordWriter text(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    /** Ends the record. */
    void end() {
        int content = begun + RecordReader.FRAME;
        int length = all.position() - content;
        sum.reset();
        sum.update(all.array(), content, length);
        all.putInt(begun, length).putInt(begun + Integer.BYTES, (int) sum.getValue());
    }

    /** All records, to be read. */
    ByteBuffer bytes() {
        return all.duplicate().flip();
    }

    private ByteBuffer room(int more) {
        if (all.remaining() < more) {
            int needed = Math.addExact(all.position(), more);
            byte[] bigger = Arrays.copyOf(all.array(), Math.max(needed, 2 * all.capacity()));
            all = ByteBuffer.wrap(bigger).position(all.position());
        }
        return all;
    }
}
