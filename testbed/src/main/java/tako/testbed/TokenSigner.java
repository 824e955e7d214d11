package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Signs a registry's tokens.
 *
 * @param key what they are signed with
 * @param certificate the key's certificate, in base64, by which the registry knows it
 * @param clock when they are given
 */
record TokenSigner(PrivateKey key, String certificate, InstantSource clock) {
    private static final Duration VALID = Duration.ofMinutes(5);

    static TokenSigner signedBy(TestAuthority authority) {
        TestAuthority.KeyPairFiles files = authority.server("127.0.0.1");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body(files.key())));
            return new TokenSigner(
                    KeyFactory.getInstance("RSA").generatePrivate(encoded),
                    body(files.certificate()),
                    InstantSource.system());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token for somebody, or for nobody in particular. */
    String sign(String subject, List<TokenScope> scopes) {
        Instant now = clock.instant();
        String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"%s\"]}".formatted(certificate);
        String claims = """
                {"iss":"%s","sub":"%s","aud":"%s","iat":%d,"nbf":%d,"exp":%d,"jti":"%s","access":[%s]}""".formatted(
                        TokenServer.ISSUER,
                        subject,
                        TokenServer.SERVICE,
                        now.getEpochSecond(),
                        now.getEpochSecond(),
                        now.plus(VALID).getEpochSecond(),
                        UUID.randomUUID(),
                        scopes.stream().map(TokenScope::json).collect(Collectors.joining(",")));
        String signed =
                encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What stands between the lines that begin and end a PEM file. */
    private static String body(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("-----"))
                    .collect(Collectors.joining());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
