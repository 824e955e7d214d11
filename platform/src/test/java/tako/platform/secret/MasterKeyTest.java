package tako.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    private static final Secret OCTOPUS_FORM = Secret.of("AAECAwQFBgcICQoLDA0ODw==");
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path home;

    @Test
    void sixteen_and_thirty_two_bytes_are_taken() {
        assertThat(MasterKey.of(OCTOPUS_FORM).id()).matches("[0-9a-f]{16}");
        assertThat(MasterKey.of(MasterKey.generate(random)).id()).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAEC", "not base64!", "AAECAwQFBgcICQoLDA0ODxAREhM="})
    void any_other_text_is_refused_with_a_way_to_make_one(String text) {
        assertThatThrownBy(() -> MasterKey.of(Secret.of(text)))
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void the_first_start_makes_a_file_that_only_its_owner_can_read() throws Exception {
        var made = new MasterKeyFile(home, random).key(Optional.empty());
        var file = home.resolve("master.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new MasterKeyFile(home, random).key(Optional.empty()).id()).isEqualTo(made.id());
    }

    @Test
    void a_given_key_wins_and_leaves_no_file() {
        var key = new MasterKeyFile(home, random).key(Optional.of(OCTOPUS_FORM));

        assertThat(key.id()).isEqualTo(MasterKey.of(OCTOPUS_FORM).id());
        assertThat(home.resolve("master.key")).doesNotExist();
    }

    @Test
    void a_file_that_everybody_can_read_is_refused() throws Exception {
        var files = new MasterKeyFile(home, random);
        files.key(Optional.empty());
        Files.setPosixFilePermissions(home.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> files.key(Optional.empty()))
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_file_that_cannot_be_used_is_refused_in_one_sentence() throws Exception {
        Files.createDirectory(home.resolve("master.key"));
        Files.setPosixFilePermissions(home.resolve("master.key"), PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> new MasterKeyFile(home, random).key(Optional.empty()))
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining("cannot be used");
    }
}
