package tako.server.library.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Collects what is found in a file, and tells the leaf from its chain. */
final class Contents {
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<PrivateKeyInfo> keys = new ArrayList<>();

    /** @param der one certificate */
    void certificate(byte[] der) throws CertificateRefused {
        if (certificates.size() >= CertificateParser.MOST_CERTIFICATES) {
            throw CertificateRefused.data("the file holds more than " + CertificateParser.MOST_CERTIFICATES
                    + " certificates. Upload only this certificate, its chain and its key.");
        }
        X509Certificate certificate = X509.certificate(der);
        if (!certificates.contains(certificate)) {
            certificates.add(certificate);
        }
    }

    void key(PrivateKeyInfo key) throws CertificateRefused {
        if (!keys.isEmpty()) {
            throw CertificateRefused.data("the file holds more than one private key, and it cannot be told which is"
                    + " meant. Upload one certificate with its key.");
        }
        keys.add(key);
    }

    /** The file: its leaf is the certificate that the key belongs to; without a key, the first one. */
    CertificateFile file(CertificateFormat format) throws CertificateRefused {
        if (certificates.isEmpty()) {
            throw CertificateRefused.data(
                    keys.isEmpty()
                            ? "there is no certificate in the file. Upload one that has one."
                            : "the file holds a private key, but no certificate. Upload both in one file.");
        }
        Optional<PrivateKeyInfo> key = keys.stream().findFirst();
        X509Certificate leaf = key.isEmpty() ? certificates.getFirst() : ownerOf(key.get());
        return new CertificateFile(format, leaf, chain(leaf), key);
    }

    private X509Certificate ownerOf(PrivateKeyInfo key) throws CertificateRefused {
        PublicHalf half = PublicHalf.of(key);
        for (X509Certificate certificate : certificates) {
            if (half.isOf(certificate)) {
                return certificate;
            }
        }
        throw CertificateRefused.data("the private key in the file belongs to none of its certificates ("
                + certificates.getFirst().getSubjectX500Principal() + "). Put the key that the certificate was made"
                + " with into the file.");
    }

    /** Issuers from the nearest on, as servers present them; what issued none of them keeps its order behind. */
    private List<X509Certificate> chain(X509Certificate leaf) {
        List<X509Certificate> left = new ArrayList<>(certificates);
        left.remove(leaf);
        List<X509Certificate> chain = new ArrayList<>();
        Optional<X509Certificate> next = issuer(leaf, left);
        while (next.isPresent()) {
            chain.add(next.get());
            left.remove(next.get());
            next = issuer(next.get(), left);
        }
        chain.addAll(left);
        return chain;
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> among) {
        return among.stream()
                .filter(other -> other.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .findFirst();
    }
}
