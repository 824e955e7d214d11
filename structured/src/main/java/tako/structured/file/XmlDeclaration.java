package tako.structured.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that an XML file says it has. */
final class XmlDeclaration {
    private static final String START = "<?xml";
    private static final int LONGEST = 512;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private XmlDeclaration() {}

    /**
     * What the declaration names, if it can be read, or the UTF-16 in which it can be read. Whether the file is encoded so remains to be
     * seen.
     */
    static Optional<Charset> charset(byte[] content) {
        for (Charset wide : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            if (start(content, wide).startsWith(START)) {
                return Optional.of(wide);
            }
        }
        Matcher matcher = ENCODING.matcher(start(content, StandardCharsets.ISO_8859_1));
        return matcher.find() ? named(matcher.group(1)).filter(each -> declares(content, each)) : Optional.empty();
    }

    /** A declaration that can be read byte by byte and names UTF-16 is wrong. */
    private static boolean declares(byte[] content, Charset charset) {
        return charset.canEncode() && start(content, charset).startsWith(START);
    }

    private static String start(byte[] content, Charset charset) {
        return new String(content, 0, Math.min(content.length, LONGEST), charset);
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
