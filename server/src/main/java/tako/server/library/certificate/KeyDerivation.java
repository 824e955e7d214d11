package tako.server.library.certificate;

import java.math.BigInteger;
import java.security.Provider;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Opens what is encrypted with a password, unless the file asks for more work than any honest one does. One for each file: the bounds
 * are those of all its parts together.
 */
final class KeyDerivation {
    /** Rounds of all key derivations of a file at most: what is recommended for PBKDF2 with SHA-256, and half a second of work. */
    static final int MOST_ROUNDS = 600_000;
    /** Bytes of memory that scrypt may use. */
    private static final BigInteger MOST_MEMORY = BigInteger.valueOf(64L * 1024 * 1024);

    /** Knows the old algorithms that tools of ten years ago wrote. */
    static final Provider ALGORITHMS = new BouncyCastleProvider();

    /** Encrypted parts of a file at most: one for certificates and one for the key are usual. */
    static final int MOST_PARTS = 8;

    private BigInteger rounds = BigInteger.valueOf(MOST_ROUNDS);
    private int parts = MOST_PARTS;

    static InputDecryptorProvider decryptor(char[] password) {
        return new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(ALGORITHMS)
                .build(password);
    }

    /** Takes the work of one more part. @throws CertificateRefused when it would take too long, or is not known */
    void take(AlgorithmIdentifier encryption) throws CertificateRefused {
        parts--;
        if (parts < 0) {
            throw CertificateRefused.data("the file has more than " + MOST_PARTS
                    + " encrypted parts. Export the certificate once more, with its chain and its key only.");
        }
        ASN1ObjectIdentifier algorithm = encryption.getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.id_PBES2)) {
            takeFunction(PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc());
        } else if (algorithm.on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
            takeRounds(PKCS12PBEParams.getInstance(encryption.getParameters()).getIterations());
        } else if (algorithm.on(PKCSObjectIdentifiers.pkcs_5)) {
            takeRounds(PBEParameter.getInstance(encryption.getParameters()).getIterationCount());
        } else {
            throw unknown();
        }
    }

    /** Takes the work of a key derivation. @throws CertificateRefused when it is more than is left */
    void takeRounds(BigInteger more) throws CertificateRefused {
        rounds = rounds.subtract(more.max(BigInteger.ZERO));
        if (rounds.signum() < 0) {
            throw tooMuch();
        }
    }

    static CertificateRefused unknown() {
        return CertificateRefused.data("the file is encrypted in a way that is not known here. Export it once more with"
                + " the usual settings of `openssl pkcs12 -export`.");
    }

    private void takeFunction(KeyDerivationFunc function) throws CertificateRefused {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            takeRounds(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
        } else if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            checkMemory(ScryptParams.getInstance(function.getParameters()));
        } else {
            throw unknown();
        }
    }

    private static void checkMemory(ScryptParams scrypt) throws CertificateRefused {
        BigInteger bytes = scrypt.getCostParameter()
                .multiply(scrypt.getBlockSize())
                .multiply(scrypt.getParallelizationParameter())
                .multiply(BigInteger.valueOf(128));
        if (bytes.compareTo(MOST_MEMORY) > 0) {
            throw tooMuch();
        }
    }

    private static CertificateRefused tooMuch() {
        return CertificateRefused.data("opening the file takes more work than is allowed (" + MOST_ROUNDS
                + " rounds). Export it once more with fewer.");
    }
}
