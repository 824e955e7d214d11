package tako.server.library.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates for tests. */
public final class TestCertificates {
    /** When they begin. */
    public static final Instant BEGIN = Instant.parse("2025-06-01T00:00:00Z");
    /** When they end, unless said otherwise. */
    public static final Instant END = Instant.parse("2027-06-01T00:00:00Z");

    private TestCertificates() {}

    /** A certificate with its key. */
    public record Made(X509Certificate certificate, KeyPair keys) {
        /** The key as it is stored. */
        PrivateKeyInfo key() {
            return PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
        }

        /** The certificate as PEM. */
        public String pem() {
            return Pem.of(certificate);
        }

        /** The key as PEM, PKCS#8. */
        public String keyPem() {
            return Pem.of(key());
        }
    }

    /** One that signed itself, on P-256. */
    public static Made selfSigned(String name) {
        return selfSigned(name, END);
    }

    /** One that signed itself and ends at an instant. */
    public static Made selfSigned(String name, Instant end) {
        KeyPair keys = elliptic();
        return new Made(certificate(name, keys, name, keys, end), keys);
    }

    /** One that another signed. */
    public static Made signedBy(Made issuer, String name) {
        return signedBy(issuer, name, elliptic());
    }

    /** One of given keys that another signed. */
    public static Made signedBy(Made issuer, String name, KeyPair keys) {
        String issuerName = X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded())
                .toString();
        return new Made(certificate(name, keys, issuerName, issuer.keys(), END), keys);
    }

    /** Keys of an algorithm: {@code RSA}, {@code Ed25519}, {@code Ed448}. */
    public static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("RSA")) {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Text as a file. */
    public static byte[] file(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", KeyDerivation.ALGORITHMS);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509Certificate certificate(String name, KeyPair keys, String issuer, KeyPair signer, Instant end) {
        try {
            var names = new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "www.example.org"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            });
            var builder = new JcaX509v3CertificateBuilder(
                            new X500Name(issuer),
                            BigInteger.valueOf(0xC0FFEE),
                            Date.from(BEGIN),
                            Date.from(end),
                            new X500Name(name),
                            keys.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, names);
            String algorithm = signer.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(KeyDerivation.ALGORITHMS)
                            .build(signer.getPrivate())));
        } catch (GeneralSecurityException | OperatorException | java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
