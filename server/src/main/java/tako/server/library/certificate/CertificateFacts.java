package tako.server.library.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * What the server says of a certificate, in the wire's names; clients cannot change it.
 *
 * @param subjectDistinguishedName RFC 1779, the most specific part first: {@code CN=minikube-user, O=system:masters}
 * @param subjectCommonName "" for none, as the other names
 * @param thumbprint SHA-1 of the DER, 40 hexadecimal digits in capitals
 * @param serialNumber hexadecimal digits in capitals
 * @param subjectAlternativeNames names, addresses and URIs, without their kind
 * @param certificateChain the certificates that came with it, the nearest issuer first
 */
public record CertificateFacts(
        CertificateFormat certificateDataFormat,
        String subjectDistinguishedName,
        String subjectCommonName,
        String subjectOrganization,
        String issuerDistinguishedName,
        String issuerCommonName,
        String issuerOrganization,
        boolean selfSigned,
        String thumbprint,
        Instant notAfter,
        Instant notBefore,
        boolean hasPrivateKey,
        int version,
        String serialNumber,
        String signatureAlgorithmName,
        List<String> subjectAlternativeNames,
        List<ChainCertificate> certificateChain) {
    private static final Map<String, String> SHORT_NAMES = Map.of(
            "1.2.840.113549.1.9.1", "E",
            "0.9.2342.19200300.100.1.1", "UID",
            "0.9.2342.19200300.100.1.25", "DC",
            "2.5.4.5", "SERIALNUMBER");

    /** A certificate that came with another one. */
    public record ChainCertificate(
            String subjectDistinguishedName,
            String issuerDistinguishedName,
            String thumbprint,
            Instant notAfter,
            Instant notBefore,
            int version,
            String serialNumber,
            String signatureAlgorithmName) {
        static ChainCertificate of(X509Certificate certificate) {
            return new ChainCertificate(
                    named(certificate.getSubjectX500Principal()),
                    named(certificate.getIssuerX500Principal()),
                    CertificateFacts.thumbprint(certificate),
                    certificate.getNotAfter().toInstant(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getVersion(),
                    CertificateFacts.serialNumber(certificate),
                    certificate.getSigAlgName());
        }
    }

    static CertificateFacts of(CertificateFile file) {
        X509Certificate leaf = file.leaf();
        X500Principal subject = leaf.getSubjectX500Principal();
        X500Principal issuer = leaf.getIssuerX500Principal();
        return new CertificateFacts(
                file.format(),
                named(subject),
                part(subject, BCStyle.CN),
                part(subject, BCStyle.O),
                named(issuer),
                part(issuer, BCStyle.CN),
                part(issuer, BCStyle.O),
                subject.equals(issuer),
                thumbprint(leaf),
                leaf.getNotAfter().toInstant(),
                leaf.getNotBefore().toInstant(),
                file.key().isPresent(),
                leaf.getVersion(),
                serialNumber(leaf),
                leaf.getSigAlgName(),
                alternativeNames(leaf),
                file.chain().stream().map(ChainCertificate::of).toList());
    }

    private static String named(X500Principal name) {
        return name.getName(X500Principal.RFC1779, SHORT_NAMES);
    }

    /** The most specific value of one kind. */
    private static String part(X500Principal name, ASN1ObjectIdentifier kind) {
        var found = X500Name.getInstance(name.getEncoded()).getRDNs(kind);
        return found.length == 0
                ? ""
                : IETFUtils.valueToString(found[found.length - 1].getFirst().getValue());
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(X509.der(certificate)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-1", impossible);
        }
    }

    private static String serialNumber(X509Certificate certificate) {
        return HexFormat.of()
                .withUpperCase()
                .formatHex(certificate.getSerialNumber().toByteArray());
    }

    private static List<String> alternativeNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .map(name -> name.get(1))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
        } catch (CertificateParsingException odd) {
            return List.of();
        }
    }
}
