package tako.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1), read strictly. */
final class Percent {
    private Percent() {}

    /** The text with each {@code %xx} decoded once; nothing when an escape is broken or its bytes are no UTF-8. */
    static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int at = 0; at < from.length; at++) {
            if (from[at] != '%') {
                to.put(from[at]);
            } else if (isEscape(from, at)) {
                to.put((byte) (HexFormat.fromHexDigit(from[at + 1]) * 16 + HexFormat.fromHexDigit(from[at + 2])));
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        return utf8(to.flip());
    }

    private static boolean isEscape(byte[] text, int at) {
        return at + 2 < text.length && HexFormat.isHexDigit(text[at + 1]) && HexFormat.isHexDigit(text[at + 2]);
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }
}
