package tako.server.library.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.library.certificate.TestCertificates.selfSigned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.server.library.certificate.OpenedFiles.Secrets;

/** Which files are opened once, and which again. */
class OpenedFilesTest {
    private static final CertificateFile FILE =
            new CertificateFile(CertificateFormat.PEM, selfSigned("CN=web").certificate(), List.of(), Optional.empty());

    private final OpenedFiles files = new OpenedFiles();
    private final List<Secrets> read = new ArrayList<>();

    @Test
    void theSameSecretsAreReadOnce() {
        use("data-1", "");
        use("data-1", "");
        use("data-1", "password-1");
        use("data-2", "");

        assertThat(read)
                .containsExactly(
                        new Secrets("data-1", ""), new Secrets("data-1", "password-1"), new Secrets("data-2", ""));
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() {
        for (int number = 0; number < OpenedFiles.MOST; number++) {
            use("data-" + number, "");
        }
        use("data-0", "");
        use("one more", "");
        read.clear();

        use("data-0", "");
        use("data-1", "");

        assertThat(read).containsExactly(new Secrets("data-1", ""));
    }

    private void use(String data, String password) {
        var secrets = new Secrets(data, password);
        assertThat(files.file(secrets, () -> {
                    read.add(secrets);
                    return FILE;
                }))
                .isSameAs(FILE);
    }
}
