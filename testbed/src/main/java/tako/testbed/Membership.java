package tako.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * This process's hold on the machine's cluster: a child that {@code join.sh} runs and that reads until this process ends, however it
 * ends. The last one to go ends the cluster.
 *
 * @param lifeline the child; its standard input stays open as long as this process lives
 * @param settings what the scripts say of the cluster, by the name of the variable
 */
record Membership(Process lifeline, Map<String, String> settings) {
    private static final String SETTINGS = "K8S_DIR K8S_BIN NODE_IP HOST_IP AUDIT_LOG";
    private static final String JOINED = "joined";
    private static final String SAY_AND_STAY = "for name in " + SETTINGS
            + "; do eval \"printf '%s=%s\\n' $name \\\"\\$$name\\\"\"; done; echo " + JOINED + "; exec cat >/dev/null";

    /** Waits until the cluster is up, which takes minutes where Kubernetes was never built. */
    static Membership begin() {
        try {
            Process process = new ProcessBuilder(Scripts.path("join.sh"), "sh", "-c", SAY_AND_STAY)
                    .redirectErrorStream(true)
                    .start();
            return new Membership(process, settings(process.inputReader()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    private static Map<String, String> settings(BufferedReader said) throws IOException {
        Map<String, String> settings = new HashMap<>();
        var everything = new StringJoiner("\n");
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(JOINED)) {
                return Map.copyOf(settings);
            }
            everything.add(line);
            int equals = line.indexOf('=');
            if (equals > 0) {
                settings.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        throw new IllegalStateException("The test cluster did not come up:\n" + everything);
    }
}
