package tako.server.library.certificate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Writes text blocks (RFC 7468), each with a line break at its end. */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String of(X509Certificate certificate) {
        return block("CERTIFICATE", X509.der(certificate));
    }

    static String of(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::of).collect(Collectors.joining());
    }

    /** A private key as PKCS#8, not encrypted. */
    static String of(PrivateKeyInfo key) {
        return block("PRIVATE KEY", der(key));
    }

    /** A private key that is encrypted already. */
    static String encrypted(byte[] der) {
        return block("ENCRYPTED PRIVATE KEY", der);
    }

    /** PKCS#8. */
    static byte[] der(PrivateKeyInfo key) {
        try {
            return key.getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("A key that was read has no bytes", impossible);
        }
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
