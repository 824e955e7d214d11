package tako.structured.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Windows-1252 as .NET has it: the five bytes that mean no character (81, 8D, 8F, 90, 9D) are the control characters of the same number. So
 * every file can be read, and comes out as it was.
 */
final class Windows1252 extends Charset {
    static final Charset CHARSET = new Windows1252();

    private static final int BYTES = 256;
    private static final String NAME = "windows-1252";

    /** The character of each byte. */
    private final char[] characters = new char[BYTES];

    private final Map<Character, Byte> bytes;

    private Windows1252() {
        super(NAME, new String[0]);
        Charset published = Charset.forName(NAME);
        for (int i = 0; i < BYTES; i++) {
            char c = new String(new byte[] {(byte) i}, published).charAt(0);
            characters[i] = c == '\ufffd' ? (char) i : c;
        }
        bytes = IntStream.range(0, BYTES).boxed().collect(Collectors.toMap(i -> characters[i], Integer::byteValue));
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(StandardCharsets.US_ASCII) || other.equals(this);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put(characters[Byte.toUnsignedInt(in.get())]);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 1) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    Byte found = bytes.get(in.get(in.position()));
                    if (found == null) {
                        return lacking(in);
                    }
                    in.get();
                    out.put(found);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    private static CoderResult lacking(CharBuffer in) {
        boolean pair =
                in.remaining() > 1 && Character.isSurrogatePair(in.get(in.position()), in.get(in.position() + 1));
        return CoderResult.unmappableForLength(pair ? 2 : 1);
    }
}
