package tako.structured.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a file's text became its bytes.
 *
 * @param mark the byte order mark before the text, if any
 */
record Encoding(Charset charset, Optional<ByteOrderMark> mark) {
    /** What most files have. */
    static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, Optional.empty());

    static Encoding unmarked(Charset charset) {
        return new Encoding(charset, Optional.empty());
    }

    static Encoding marked(ByteOrderMark mark) {
        return new Encoding(mark.charset(), Optional.of(mark));
    }

    /** The text, if the bytes are nothing but text in this encoding, and the text gives the same bytes again. */
    Optional<String> decode(byte[] content) {
        int start = mark.map(ByteOrderMark::length).orElse(0);
        ByteBuffer body = ByteBuffer.wrap(content, start, content.length - start);
        try {
            String text = charset.newDecoder().decode(body).toString();
            return encode(text).filter(again -> Arrays.equals(again, content)).map(again -> text);
        } catch (CharacterCodingException notThisEncoding) {
            return Optional.empty();
        }
    }

    /** The bytes, mark included; empty if the encoding lacks a character. */
    Optional<byte[]> encode(String text) {
        try {
            ByteBuffer body = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] before = mark.map(ByteOrderMark::bytes).orElseGet(() -> new byte[0]);
            byte[] content = Arrays.copyOf(before, before.length + body.remaining());
            body.get(content, before.length, body.remaining());
            return Optional.of(content);
        } catch (CharacterCodingException lacking) {
            return Optional.empty();
        }
    }
}
