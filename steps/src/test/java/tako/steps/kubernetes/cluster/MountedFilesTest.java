package tako.steps.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;

/** Which files of the server a target reaches. */
class MountedFilesTest {
    @TempDir
    Path home;

    private Path folder;
    private MountedFiles files;

    @BeforeEach
    void mount() throws IOException {
        folder = Files.createDirectory(home.resolve("secrets"));
        files = new MountedFiles(List.of(home.resolve("none"), folder));
    }

    @Test
    void a_token_is_found_where_the_links_of_a_mounted_volume_lead() throws IOException {
        Files.createDirectory(folder.resolve("..data"));
        Files.writeString(folder.resolve("..data/token"), "t0ken\n");
        Path token = Files.createSymbolicLink(folder.resolve("token"), Path.of("..data/token"));

        assertThat(new Authorization(new Identity.TokenFile(token), files).header())
                .contains("Bearer t0ken");
    }

    @Test
    void no_link_and_no_dots_lead_out_of_the_folder() throws IOException {
        Path key = Files.writeString(home.resolve("master.key"), "the key");
        Path link = Files.createSymbolicLink(folder.resolve("token"), key);

        isRefused(key, "does not lie below");
        isRefused(link, "does not lie below");
        isRefused(folder.resolve("../master.key"), "does not lie below");
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> Tls.trusted(new Trust.AuthorityFile(key), files))
                .withMessageContaining("does not lie below");
    }

    @Test
    void only_small_files_are_read() throws IOException {
        Path largest = Files.write(folder.resolve("largest"), new byte[MountedFiles.LONGEST]);
        Path longer = Files.write(folder.resolve("longer"), new byte[MountedFiles.LONGEST + 1]);

        assertThat(files.read(largest, "It")).hasSize(MountedFiles.LONGEST);
        isRefused(longer, "is longer than 64 KiB");
        isRefused(folder, "is no file");
        isRefused(folder.resolve("absent"), "does not exist on the server");
    }

    @Test
    void what_is_no_token_is_sent_to_nobody_and_shown_to_nobody() throws IOException {
        Path text = Files.writeString(folder.resolve("token"), "two\nlines");

        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> new Authorization(new Identity.TokenFile(text), files).header())
                .withMessageContaining("holds no token")
                .withMessageNotContaining("lines");
    }

    private void isRefused(Path file, String why) {
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> files.read(file, "The file"))
                .withMessageContaining("The file " + file)
                .withMessageContaining(why);
    }
}
