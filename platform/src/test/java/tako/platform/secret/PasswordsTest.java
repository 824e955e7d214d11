package tako.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    /** Made by the reference implementation: argon2id, m=256 KiB, t=2, p=1, of "password" with the salt "somesalt". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void a_hash_fits_its_password_alone() {
        var hash = passwords.hash(Secret.of("correct horse"));

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.verify(Secret.of("correct horse"), hash)).isTrue();
        assertThat(passwords.verify(Secret.of("correct hors"), hash)).isFalse();
    }

    @Test
    void the_same_password_never_has_the_same_hash() {
        assertThat(passwords.hash(Secret.of("a"))).isNotEqualTo(passwords.hash(Secret.of("a")));
    }

    @Test
    void hashes_of_the_reference_implementation_are_understood() {
        assertThat(passwords.verify(Secret.of("password"), REFERENCE)).isTrue();
        assertThat(passwords.verify(Secret.of("Password"), REFERENCE)).isFalse();
    }

    @Test
    void weaker_parameters_ask_for_a_new_hash() {
        assertThat(passwords.needsRehash(REFERENCE)).isTrue();
        assertThat(passwords.needsRehash(passwords.hash(Secret.of("a")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2b$10$abcdefghijklmnopqrstuv",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            })
    void what_is_no_bearable_hash_fits_no_password(String stored) {
        assertThat(passwords.verify(Secret.of("password"), stored)).isFalse();
        assertThat(passwords.needsRehash(stored)).isTrue();
    }
}
