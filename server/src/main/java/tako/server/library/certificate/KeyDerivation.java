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

/** Opens what is encrypted with a password, unless the file asks for more work than any honest one does. */
final class KeyDerivation {
    /** Rounds of a key derivation at most: what is recommended for PBKDF2 with SHA-256, and half a second of work. */
    static final int MOST_ROUNDS = 600_000;
    /** Bytes of memory that scrypt may use. */
    private static final BigInteger MOST_MEMORY = BigInteger.valueOf(64L * 1024 * 1024);

    /** Knows the old algorithms that tools of ten years ago wrote. */
    static final Provider ALGORITHMS = new BouncyCastleProvider();

    private KeyDerivation() {}

    static InputDecryptorProvider decryptor(char[] password) {
        return new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(ALGORITHMS)
                .build(password);
    }

    /** @throws CertificateRefused when it would take too long, or is not known */
    static void check(AlgorithmIdentifier encryption) throws CertificateRefused {
        ASN1ObjectIdentifier algorithm = encryption.getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.id_PBES2)) {
            checkFunction(
                    PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc());
        } else if (algorithm.on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
            checkRounds(PKCS12PBEParams.getInstance(encryption.getParameters()).getIterations());
        } else if (algorithm.on(PKCSObjectIdentifiers.pkcs_5)) {
            checkRounds(PBEParameter.getInstance(encryption.getParameters()).getIterationCount());
        } else {
            throw unknown();
        }
    }

    /** @throws CertificateRefused when these are too many */
    static void checkRounds(BigInteger rounds) throws CertificateRefused {
        if (rounds.compareTo(BigInteger.valueOf(MOST_ROUNDS)) > 0) {
            throw tooMuch();
        }
    }

    static CertificateRefused unknown() {
        return CertificateRefused.data("the file is encrypted in a way that is not known here. Export it once more with"
                + " the usual settings of `openssl pkcs12 -export`.");
    }

    private static void checkFunction(KeyDerivationFunc function) throws CertificateRefused {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            checkRounds(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
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
