package tako.steps.kubernetes.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** A text inside an address. */
final class Segment {
    private Segment() {}

    /** The text with everything escaped that an address does not take as it is. */
    static String of(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
