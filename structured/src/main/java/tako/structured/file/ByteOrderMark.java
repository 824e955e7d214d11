package tako.structured.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What may stand before a file's first character and tells how the file is encoded. In the order in which they are looked for. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, "efbbbf"),
    UTF_32_LE(StandardCharsets.UTF_32LE, "fffe0000"),
    UTF_32_BE(StandardCharsets.UTF_32BE, "0000feff"),
    UTF_16_LE(StandardCharsets.UTF_16LE, "fffe"),
    UTF_16_BE(StandardCharsets.UTF_16BE, "feff");

    private final Charset charset;
    private final String hex;

    ByteOrderMark(Charset charset, String hex) {
        this.charset = charset;
        this.hex = hex;
    }

    static Optional<ByteOrderMark> of(byte[] content) {
        return Stream.of(values()).filter(each -> each.begins(content)).findFirst();
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return hex.length() / 2;
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private boolean begins(byte[] content) {
        return content.length >= length()
                && HexFormat.of().formatHex(content, 0, length()).equals(hex);
    }
}
