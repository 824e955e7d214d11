package tako.server.settings.mail.smtp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a connection to a mail server is protected. */
public enum Tls {
    /** Never. */
    NONE("None"),
    /** The connection must turn to TLS before anything is said (RFC 3207); the server must be who it says it is. */
    START_TLS("StartTls"),
    /** TLS from the first byte (RFC 8314); the server must be who it says it is. */
    IMPLICIT("Implicit"),
    /** TLS where the server offers it, whoever it is: better than none, and no worse. */
    OPPORTUNISTIC("Opportunistic");

    /** The port of submissions over implicit TLS. */
    public static final int SUBMISSIONS = 465;

    private final String wireName;

    Tls(String wireName) {
        this.wireName = wireName;
    }

    /** What is meant where only "TLS is required" is known. */
    public static Tls derived(boolean required, int port) {
        if (!required) {
            return OPPORTUNISTIC;
        }
        return port == SUBMISSIONS ? IMPLICIT : START_TLS;
    }

    /** As on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether nothing is sent without TLS. */
    public boolean isRequired() {
        return this == START_TLS || this == IMPLICIT;
    }

    /** One by its name, in any letter case. */
    public static Optional<Tls> named(String text) {
        return Arrays.stream(values())
                .filter(tls -> tls.wireName.equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Tls::wireName).toList();
    }
}
