package tako.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents must not name what is not there. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FILE =
            Pattern.compile("`((?:app|bench|e2e|octostache|platform|samples|server|steps|docs)/[\\w./-]*\\w)/?`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]+)(?:#[^)]*)?\\)");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

    @Test
    void theMapNamesFiles() throws IOException {
        assertThat(found(FILE, ROOT.resolve("ARCHITECTURE.md"))).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileThatIsNamedExists(Path document) throws IOException {
        assertThat(found(FILE, document))
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRelativeLinkLeadsSomewhere(Path document) throws IOException {
        assertThat(found(LINK, document))
                .filteredOn(Predicate.not(ADDRESS.asMatchPredicate()))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>(markdown(ROOT, 1));
        all.addAll(markdown(ROOT.resolve("docs"), 9));
        all.addAll(markdown(ROOT.resolve("samples"), 2));
        return all;
    }

    private static List<Path> markdown(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.find(
                folder,
                depth,
                (file, attributes) -> file.getFileName().toString().endsWith(".md"))) {
            return files.toList();
        }
    }

    private static List<String> found(Pattern what, Path document) throws IOException {
        return what.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
