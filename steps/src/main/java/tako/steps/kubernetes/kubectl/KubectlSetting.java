package tako.steps.kubernetes.kubectl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tako.platform.process.Command;
import tako.steps.kubernetes.manifest.ManifestYaml;

/**
 * Adds to a script's command what kubectl needs: the kubeconfig as a file of the working folder, which goes with that folder, and a
 * program that looks for kubectl before the script starts.
 */
final class KubectlSetting {
    /** The kubeconfig's name in the working folder. */
    static final String KUBECONFIG = "kubectl-octo.yml";

    private static final String PRELUDE = ".tako/kubectl.sh";

    private KubectlSetting() {}

    /** What makes a script's command one with kubectl. */
    static UnaryOperator<Command> of(KubectlRendering rendering) {
        return command -> {
            var files = new HashMap<>(command.files());
            files.put(
                    KUBECONFIG,
                    ManifestYaml.text(Kubeconfig.of(rendering.access()).json()));
            files.put(PRELUDE, prelude());
            return new Command(
                    files,
                    Stream.concat(Stream.of("sh", PRELUDE, KUBECONFIG, rendering.kubectl()), command.argv().stream())
                            .toList(),
                    command.environment(),
                    command.timeout());
        };
    }

    private static String prelude() {
        try (var stream = KubectlSetting.class.getResourceAsStream("kubectl.sh")) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its own file kubectl.sh.");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
