package tako.server.infrastructure.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;

/** Public keys of private key files that ssh-keygen made for this test; they open nothing. */
class SshPublicKeyTest {
    private static final String ED25519 = """
            -----BEGIN OPENSSH PRIVATE KEY-----
            b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
            QyNTUxOQAAACAfRM2rX//VnxKlJatSS0zxake/uYU9scoBRbZAuqMh4wAAAIgQNj5jEDY+
            YwAAAAtzc2gtZWQyNTUxOQAAACAfRM2rX//VnxKlJatSS0zxake/uYU9scoBRbZAuqMh4w
            AAAEDsc5W1Z1lLFvx/wTYrNd80h75D4BB/cQFWgfN8yWFoSB9Ezatf/9WfEqUlq1JLTPFq
            R7+5hT2xygFFtkC6oyHjAAAABHRlc3QB
            -----END OPENSSH PRIVATE KEY-----
            """;
    private static final String ELLIPTIC = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIF4WUCd6OfC/I9vupnp1aBR9II7jw1cY39omOXoe/NtXoAoGCCqGSM49
            AwEHoUQDQgAE/H0eF5nKhNTZ2UaFh4zxqJ/sNesrGVQsRjCsstb7akCHuXf/Ft75
            IGTXGgS4IHkn1QHpN0pfOCZGYe+Bp7rW0g==
            -----END EC PRIVATE KEY-----
            """;

    @Test
    void theKeyOfAnOpenSshFile() {
        assertThat(SshPublicKey.of(file(ED25519)))
                .contains("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB9Ezatf/9WfEqUlq1JLTPFqR7+5hT2xygFFtkC6oyHj\n");
    }

    @Test
    void theKeyOfAPemFile() {
        assertThat(SshPublicKey.of(file(ELLIPTIC)))
                .contains("ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBPx9HheZyoTU2dlGhYeM"
                        + "8aif7DXrKxlULEYwrLLW+2pAh7l3/xbe+SBk1xoEuCB5J9UB6TdKXzgmRmHvgae61tI=\n");
    }

    @Test
    void whatIsNoKeyHasNone() {
        assertThat(SshPublicKey.of(Secret.of(""))).isEmpty();
        assertThat(SshPublicKey.of(Secret.of("no base64!"))).isEmpty();
        assertThat(SshPublicKey.of(file("no key"))).isEmpty();
        assertThat(SshPublicKey.of(file(ED25519.substring(0, 200)))).isEmpty();
        assertThat(SshPublicKey.of(Secret.of("A".repeat(100_000)))).isEmpty();
    }

    private static Secret file(String text) {
        return Secret.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
