package tako.server.library.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import tako.platform.secret.Secret;

/** Reads PEM files: certificates, and a private key in PKCS#8, PKCS#1 or SEC 1, encrypted or not (RFC 7468). */
final class PemFile {
    private static final String BEGIN = "-----BEGIN ";

    private final char[] password;
    private final Contents contents = new Contents();
    private final KeyDerivation derivation = new KeyDerivation();

    private PemFile(char[] password) {
        this.password = password;
    }

    /** Whether there is a text block in it; text before the first one is allowed. */
    static boolean looksLike(byte[] data) {
        return text(data).contains(BEGIN);
    }

    static CertificateFile read(byte[] data, Secret password) throws CertificateRefused {
        var file = new PemFile(password.reveal().toCharArray());
        try (var blocks = new PEMParser(new StringReader(text(data)))) {
            for (Object block = blocks.readObject(); block != null; block = blocks.readObject()) {
                file.take(block);
            }
        } catch (IOException broken) {
            throw damaged();
        }
        return file.contents.file(CertificateFormat.PEM);
    }

    private void take(Object block) throws CertificateRefused, IOException {
        switch (block) {
            case X509CertificateHolder certificate -> contents.certificate(certificate.getEncoded());
            case X509TrustedCertificateBlock trusted ->
                contents.certificate(trusted.getCertificateHolder().getEncoded());
            case PrivateKeyInfo key -> contents.key(key);
            case PEMKeyPair pair -> contents.key(pair.getPrivateKeyInfo());
            case PKCS8EncryptedPrivateKeyInfo key -> contents.key(opened(key));
            case PEMEncryptedKeyPair pair -> contents.key(opened(pair));
            default -> {
                // Parameters of curves, requests and revocation lists say nothing of the certificate.
            }
        }
    }

    private PrivateKeyInfo opened(PKCS8EncryptedPrivateKeyInfo key) throws CertificateRefused {
        requirePassword();
        derivation.take(key.toASN1Structure().getEncryptionAlgorithm());
        try {
            return key.decryptPrivateKeyInfo(KeyDerivation.decryptor(password));
        } catch (PKCSException | RuntimeException wrong) {
            throw wrongPassword();
        }
    }

    private PrivateKeyInfo opened(PEMEncryptedKeyPair pair) throws CertificateRefused {
        requirePassword();
        try {
            return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(KeyDerivation.ALGORITHMS)
                            .build(password))
                    .getPrivateKeyInfo();
        } catch (IOException | RuntimeException wrong) {
            throw wrongPassword();
        }
    }

    private void requirePassword() throws CertificateRefused {
        if (password.length == 0) {
            throw CertificateRefused.password("the private key in the PEM file is encrypted. Send its password.");
        }
    }

    private static CertificateRefused wrongPassword() {
        return CertificateRefused.password(
                "it does not open the private key in the PEM file. Send the key's password.");
    }

    private static CertificateRefused damaged() {
        return CertificateRefused.data("a block of the PEM file is damaged or cut off. Copy the whole file, from the"
                + " first -----BEGIN to the last -----END.");
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }
}
