package tako.server.library.certificate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The public key that belongs to a private key: says which certificate the key is of. */
final class PublicHalf {
    private final AsymmetricKeyParameter privateKey;

    private PublicHalf(AsymmetricKeyParameter privateKey) {
        this.privateKey = privateKey;
    }

    static PublicHalf of(PrivateKeyInfo key) throws CertificateRefused {
        if (hasUnnamedCurve(key)) {
            throw CertificateRefused.data("the private key does not name its elliptic curve. Make it on a named"
                    + " one, e.g. with `openssl ecparam -name prime256v1`.");
        }
        try {
            return new PublicHalf(PrivateKeyFactory.createKey(key));
        } catch (IOException | RuntimeException unreadable) {
            throw unknownKind();
        }
    }

    /** Whether it is the key of a certificate. */
    boolean isOf(X509Certificate certificate) throws CertificateRefused {
        AsymmetricKeyParameter other = publicKey(certificate);
        return switch (privateKey) {
            case RSAPrivateCrtKeyParameters own ->
                other instanceof RSAKeyParameters rsa
                        && rsa.getModulus().equals(own.getModulus())
                        && rsa.getExponent().equals(own.getPublicExponent());
            case ECPrivateKeyParameters own ->
                other instanceof ECPublicKeyParameters ec
                        && ec.getParameters()
                                .getCurve()
                                .equals(own.getParameters().getCurve())
                        && new FixedPointCombMultiplier()
                                .multiply(own.getParameters().getG(), own.getD())
                                .equals(ec.getQ());
            case Ed25519PrivateKeyParameters own ->
                other instanceof Ed25519PublicKeyParameters ed
                        && Arrays.equals(
                                ed.getEncoded(), own.generatePublicKey().getEncoded());
            case Ed448PrivateKeyParameters own ->
                other instanceof Ed448PublicKeyParameters ed
                        && Arrays.equals(
                                ed.getEncoded(), own.generatePublicKey().getEncoded());
            default -> throw unknownKind();
        };
    }

    private static AsymmetricKeyParameter publicKey(X509Certificate certificate) throws CertificateRefused {
        try {
            SubjectPublicKeyInfo key =
                    Certificate.getInstance(X509.der(certificate)).getSubjectPublicKeyInfo();
            return PublicKeyFactory.createKey(key);
        } catch (IOException | RuntimeException unreadable) {
            throw CertificateRefused.data("the public key of " + certificate.getSubjectX500Principal()
                    + " cannot be read. RSA, elliptic curves and Ed25519 are.");
        }
    }

    /** Also where no curve is named at all. */
    private static boolean hasUnnamedCurve(PrivateKeyInfo key) {
        AlgorithmIdentifier algorithm = key.getPrivateKeyAlgorithm();
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && !(algorithm.getParameters() instanceof ASN1ObjectIdentifier);
    }

    private static CertificateRefused unknownKind() {
        return CertificateRefused.data("the private key is of a kind that is not read. RSA, elliptic curves and Ed25519"
                + " are: make a certificate with one of those.");
    }
}
