package tako.server.library.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import tako.platform.secret.Secret;

/** Writes certificates in the formats in which people take them elsewhere. */
public final class CertificateExport {
    /** As `openssl pkcs12 -export` of version 3 does it, which every tool of today reads. */
    private static final int ROUNDS = 2048;

    private static final AlgorithmIdentifier HMAC_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private final SecureRandom random;

    public CertificateExport(SecureRandom random) {
        this.random = random;
    }

    /** Which certificates a PEM file has. */
    enum PemOptions {
        PRIMARY_ONLY,
        PRIMARY_AND_CHAIN,
        CHAIN_ONLY
    }

    /**
     * A PEM file: the key first if it is wanted, encrypted if there is a password.
     *
     * @param withKey the file has one
     */
    byte[] pem(CertificateFile file, PemOptions options, boolean withKey, Secret password) {
        String key = withKey ? file.key().map(info -> keyPem(info, password)).orElse("") : "";
        String certificates = switch (options) {
            case PRIMARY_ONLY -> Pem.of(file.leaf());
            case PRIMARY_AND_CHAIN -> Pem.of(file.leaf()) + Pem.of(file.chain());
            case CHAIN_ONLY -> Pem.of(file.chain());
        };
        return (key + certificates).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * A PFX file of the certificate, its chain, and its key if it is wanted.
     *
     * @param password an empty one for none
     */
    byte[] pkcs12(CertificateFile file, Secret password, boolean withKey) {
        char[] secret = form(password);
        var keyId = new DEROctetString(new byte[] {1});
        try {
            var builder = new PKCS12PfxPduBuilder().addEncryptedData(encryptor(secret), certificates(file, keyId));
            if (withKey && file.key().isPresent()) {
                builder.addData(new PKCS12SafeBagBuilder(file.key().get(), encryptor(secret))
                        .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId)
                        .build());
            }
            return builder.build(
                            new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                                    .setProvider(KeyDerivation.ALGORITHMS)
                                    .setIterationCount(ROUNDS),
                            secret)
                    .getEncoded();
        } catch (IOException | PKCSException failed) {
            throw new IllegalStateException("A PFX file could not be written", failed);
        }
    }

    private static PKCS12SafeBag[] certificates(CertificateFile file, DEROctetString keyId) throws IOException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (var certificate :
                Stream.concat(Stream.of(file.leaf()), file.chain().stream()).toList()) {
            var bag =
                    new PKCS12SafeBagBuilder(new X509CertificateHolder(Certificate.getInstance(X509.der(certificate))));
            if (bags.isEmpty()) {
                bag.addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, keyId);
            }
            bags.add(bag.build());
        }
        return bags.toArray(PKCS12SafeBag[]::new);
    }

    private String keyPem(PrivateKeyInfo key, Secret password) {
        if (password.reveal().isEmpty()) {
            return Pem.of(key);
        }
        try {
            return Pem.encrypted(new PKCS8EncryptedPrivateKeyInfoBuilder(key)
                    .build(encryptor(form(password)))
                    .getEncoded());
        } catch (IOException failed) {
            throw new IllegalStateException("A private key could not be written", failed);
        }
    }

    private OutputEncryptor encryptor(char[] password) {
        try {
            return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(KeyDerivation.ALGORITHMS)
                    .setRandom(random)
                    .setPRF(HMAC_SHA256)
                    .setIterationCount(ROUNDS)
                    .build(password);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException("AES is not there", impossible);
        }
    }

    /** An empty password is its closing zero, as OpenSSL has it. */
    private static char[] form(Secret password) {
        return password.reveal().isEmpty() ? new char[] {0} : password.reveal().toCharArray();
    }
}
