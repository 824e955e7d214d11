package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Reads what {@link RecordWriter} wrote. It ends before the first record that is torn or damaged. */
final class RecordReader {
    /** What stands before the content of a record, in bytes. */
    static final int FRAME = 8;

    private final ByteBuffer bytes;
    private int end;
    private ByteBuffer content = ByteBuffer.allocate(0);

    RecordReader(byte[] bytes, int from) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.end = from;
    }

    /** Goes to the next complete record. */
    boolean next() {
        if (bytes.limit() - end < FRAME) {
            return false;
        }
        int length = bytes.getInt(end);
        if (length < 1 || length > bytes.limit() - end - FRAME) {
            return false;
        }
        content = bytes.slice(end + FRAME, length);
        if (checksum() != bytes.getInt(end + Integer.BYTES)) {
            return false;
        }
        end += FRAME + length;
        return true;
    }

    /** Where the last complete record ends. */
    int end() {
        return end;
    }

    int small() {
        return content.get();
    }

    long number() {
        return content.getLong();
    }

    String text() {
        byte[] text = new byte[content.getInt()];
        content.get(text);
        return new String(text, UTF_8);
    }

    private int checksum() {
        CRC32C sum = new CRC32C();
        sum.update(content.duplicate());
        return (int) sum.getValue();
    }
}
