package tako.octostache.filter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** How a text becomes bytes and back, by the names that the filters' options have. */
enum TextEncoding {
    UTF_8(StandardCharsets.UTF_8),
    UNICODE(StandardCharsets.UTF_16LE);

    private static final String REPLACEMENT = "\uFFFD";

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    static Optional<TextEncoding> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf8", "utf-8" -> Optional.of(UTF_8);
            case "unicode" -> Optional.of(UNICODE);
            default -> Optional.empty();
        };
    }

    /** Half a surrogate pair becomes the replacement character. */
    byte[] encode(String text) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(REPLACEMENT.getBytes(charset))
                    .encode(CharBuffer.wrap(text));
            var exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String decode(byte[] bytes) {
        return new String(bytes, charset);
    }
}
