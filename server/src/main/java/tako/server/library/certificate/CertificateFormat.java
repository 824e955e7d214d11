package tako.server.library.certificate;

import java.util.Arrays;
import java.util.Optional;

/** The formats of files that certificates come in. */
public enum CertificateFormat {
    /** A PFX: certificate, chain and key in one binary file, usually with a password. */
    PKCS12,
    /** One certificate, binary. */
    DER,
    /** Text blocks: certificates, and perhaps a key. */
    PEM,
    UNKNOWN;

    /** The format of a name as clients write it; empty for another one. */
    static Optional<CertificateFormat> named(String text) {
        return Arrays.stream(values())
                .filter(format -> format != UNKNOWN && format.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
