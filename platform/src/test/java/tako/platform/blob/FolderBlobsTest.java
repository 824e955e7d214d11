package tako.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTest extends BlobsContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    Blobs blobs() throws IOException {
        return new FolderBlobs(folder);
    }

    @Override
    void assertNothingIsKept() throws IOException {
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void the_same_content_is_one_file() throws IOException {
        blobs().put(new ByteArrayInputStream(new byte[1000]));
        blobs().put(new ByteArrayInputStream(new byte[1000]));

        assertThat(files()).hasSize(1);
    }

    @Test
    void opening_removes_what_dead_uploads_left_and_leaves_running_ones_alone() throws IOException {
        Path dead = Files.createFile(
                Files.createDirectories(folder.resolve("incoming")).resolve("dead"));
        Path running = Files.createFile(folder.resolve("incoming").resolve("running"));
        FileTime now = Files.getLastModifiedTime(running);
        Files.setLastModifiedTime(dead, FileTime.from(now.toInstant().minus(Duration.ofDays(3))));

        blobs();

        assertThat(files()).containsExactly(running);
    }
}
