package tako.server.library.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * What a file holds.
 *
 * @param leaf the certificate meant
 * @param chain those of its issuers that came with it, the nearest first; certificates that issued none of them come last
 * @param key the private key of the leaf
 */
record CertificateFile(
        CertificateFormat format, X509Certificate leaf, List<X509Certificate> chain, Optional<PrivateKeyInfo> key) {
    CertificateFile {
        chain = List.copyOf(chain);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return format + " of " + leaf.getSubjectX500Principal();
    }
}
