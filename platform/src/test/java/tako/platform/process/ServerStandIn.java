package tako.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that holds an executor with one running script, as a server does, to be killed or stopped by a test. */
final class ServerStandIn {
    private ServerStandIn() {}

    /** Arguments: the executor's root, the isolation, the script, a file that is made when the script says "ready". */
    public static void main(String[] arguments) throws InterruptedException {
        var executor = new LocalExecutor(
                Path.of(arguments[0]),
                Isolation.of(Isolation.Kind.valueOf(arguments[1])),
                LocalExecutorCrashTest.BOUNDS);
        var command = new Command(Map.of(), List.of("bash", "-c", arguments[2]), Map.of(), Optional.empty());
        executor.start("item", command, (stream, line) -> announce(Path.of(arguments[3])))
                .await();
    }

    private static void announce(Path ready) {
        try {
            Files.createFile(ready);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
