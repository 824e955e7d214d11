package tako.server.infrastructure.account;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import tako.platform.secret.Secret;

/** Reads the public key that belongs to a private key file of SSH. Pure. */
final class SshPublicKey {
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final String OPENSSH = "OPENSSH PRIVATE KEY";

    private SshPublicKey() {}

    /**
     * The public key as a line of {@code authorized_keys}; empty when the file is none that can be read: another format, or an
     * encrypted one.
     *
     * @param file in base64
     */
    static Optional<String> of(Secret file) {
        if (file.reveal().length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(file.reveal().replaceAll("\\s", ""));
            return privateKey(new String(bytes, StandardCharsets.ISO_8859_1))
                    .flatMap(SshPublicKey::publicKey)
                    .map(SshPublicKey::line);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<AsymmetricKeyParameter> privateKey(String text) throws IOException {
        if (text.contains(OPENSSH)) {
            try (var reader = new PemReader(new StringReader(text))) {
                PemObject block = reader.readPemObject();
                return Optional.of(OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(block.getContent()));
            }
        }
        try (var blocks = new PEMParser(new StringReader(text))) {
            for (Object block = blocks.readObject(); block != null; block = blocks.readObject()) {
                if (block instanceof PrivateKeyInfo key) {
                    return Optional.of(PrivateKeyFactory.createKey(key));
                }
                if (block instanceof PEMKeyPair pair) {
                    return Optional.of(PrivateKeyFactory.createKey(pair.getPrivateKeyInfo()));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<AsymmetricKeyParameter> publicKey(AsymmetricKeyParameter key) {
        return switch (key) {
            case RSAPrivateCrtKeyParameters rsa ->
                Optional.of(new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
            case ECPrivateKeyParameters ec ->
                Optional.of(new ECPublicKeyParameters(
                        new FixedPointCombMultiplier()
                                .multiply(ec.getParameters().getG(), ec.getD()),
                        ec.getParameters()));
            case Ed25519PrivateKeyParameters ed -> Optional.of(ed.generatePublicKey());
            default -> Optional.empty();
        };
    }

    private static String line(AsymmetricKeyParameter key) {
        try {
            byte[] blob = OpenSSHPublicKeyUtil.encodePublicKey(key);
            int length = ByteBuffer.wrap(blob).getInt();
            String type = new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII);
            return type + " " + Base64.getEncoder().encodeToString(blob) + "\n";
        } catch (IOException impossible) {
            throw new IllegalStateException("A key that was read cannot be written", impossible);
        }
    }
}
