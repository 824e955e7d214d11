package tako.steps.kubernetes.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestYaml;

/** Compares what was rendered with files that people have read. What differs stands in {@code target/golden} afterwards. */
final class Golden {
    private Golden() {}

    /** The objects in the order in which they are applied, as people see them. */
    static void assertSame(ContainersRendering rendering, String name) {
        assertText(yaml(rendering), name);
    }

    static String yaml(ContainersRendering rendering) {
        return shown(rendering.objects().all());
    }

    static String shown(List<Manifest> objects) {
        return objects.stream().map(object -> ManifestYaml.text(object.shown())).collect(Collectors.joining("---\n"));
    }

    static void assertText(String actual, String name) {
        try {
            var written = Path.of("target", "golden", name);
            Files.createDirectories(written.getParent());
            Files.writeString(written, actual);
            assertThat(actual).as("see target/golden/" + name).isEqualTo(expected(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expected(String name) throws IOException {
        try (InputStream file = Golden.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
