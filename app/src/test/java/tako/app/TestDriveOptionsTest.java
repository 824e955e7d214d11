package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test drive on a cluster that is not told enough, or what cannot be, says what to do, and starts nothing. */
class TestDriveOptionsTest {
    @TempDir
    Path folder;

    private Path kubeconfig = Path.of("");

    @BeforeEach
    void writeKubeconfig() throws IOException {
        kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                current-context: main
                clusters: [{name: one, cluster: {server: 'https://10.0.0.1:6443'}}]
                users: [{name: me, user: {token: abc}}]
                contexts: [{name: main, context: {cluster: one, user: me}}]
                """);
    }

    @Test
    void withoutImageOrFeedItSaysHowToBuildAndPushOne() {
        for (CommandLineRun run : new CommandLineRun[] {
            onCluster(), onCluster("--image", "randomquotes:1.0.1"), onCluster("--feed", "http://10.0.0.2:5000")
        }) {
            assertRefused(run, "--kubeconfig FILE needs --image NAME:TAG and --feed URL");
            assertThat(run.err()).contains("docker push", "testbed/sample-image.sh", "--feed https://");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            randomquotes                          | has no tag. Write it as randomquotes:1.0.1
            team/randomquotes@sha256:0123         | is named by its digest. A release is named by a version
            randomquotes:latest                   | The tag 'latest' is no version
            Random Quotes:1.0.1                   | is no name of an image
            example.org:5000/team/quotes:1.0.1    | Give that as --feed https://example.org:5000 (or http://), and --image team/quotes:1.0.1
            example.org:5000/quotes               | has no tag
            """)
    void anImageThatIsNoneIsRefused(String image, String sentence) {
        assertRefused(onCluster("--image", image, "--feed", "http://10.0.0.2:5000"), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            registry.example.org                  | is no address of a registry. Write it with http or https
            ftp://registry.example.org            | is no address of a registry
            https://                              | is no address of a registry
            https://me:sesame@example.org         | may not hold credentials
            """)
    void aRegistryThatIsNoneIsRefused(String feed, String sentence) {
        CommandLineRun run = onCluster("--image", "team/randomquotes:1.0.1", "--feed", feed);

        assertRefused(run, sentence);
        assertThat(run.err()).doesNotContain("sesame");
    }

    @Test
    void aNodeIsAnAddressOnly() {
        assertRefused(
                onCluster("--image", "a:1.0.1", "--feed", "http://b.example.org", "--node", "http://10.0.0.3:30000"),
                "is no address of a node");
    }

    @Test
    void whatIsWrongWithTheKubeconfigIsSaid() {
        assertRefused(
                onCluster("--image", "a:1.0.1", "--feed", "http://b.example.org", "--context", "other"),
                "The kubeconfig has no context 'other'; it has main.");
    }

    @Test
    void optionsOfAClusterNeedOne() {
        assertRefused(drive("--image", "randomquotes:1.0.1"), "Name it with --kubeconfig FILE.");
    }

    private CommandLineRun onCluster(String... more) {
        return drive(Stream.concat(Stream.of("--kubeconfig", kubeconfig.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private CommandLineRun drive(String... more) {
        Stream<String> usual = Stream.of(
                "testdrive", "--home", folder.resolve("home").toString(), "--application", "absent.jar", "--port", "0");
        return CommandLineRun.of(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    private void assertRefused(CommandLineRun run, String sentence) {
        assertThat(run.code()).as(run.err()).isEqualTo(Main.REFUSED);
        assertThat(run.err()).contains(sentence);
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
