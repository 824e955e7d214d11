package tako.platform.http;

import org.eclipse.jetty.http.HttpFields;

/** The headers of every answer: nothing may be guessed, framed, remembered or told to others. */
final class StandardHeaders {
    /** The header with the program's own version. */
    static final String VERSION = "X-Tako-Version";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final String version;

    StandardHeaders(String version) {
        this.version = version;
    }

    /** Sets them; what an answer brings along replaces them. */
    void set(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Content-Security-Policy", NOTHING);
        headers.put("Cache-Control", "no-store");
        headers.put(VERSION, version);
    }
}
