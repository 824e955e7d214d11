package tako.bench.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's ahead-of-time cache of the program, made for the benchmark by the same training run as {@code ./tako warm-up} and
 * gone after it: so it fits the jars that are measured.
 */
final class AotCache {
    private static final long LONGEST_SECONDS = 300;

    private AotCache() {}

    /** Trains, and answers the program's call that uses what was learned and refuses to start without. */
    static Jvm train(Jvm jvm, Path folder) throws IOException, InterruptedException {
        Path cache = folder.resolve("tako.aot");
        Process training = new ProcessBuilder(
                        jvm.with("-XX:AOTCacheOutput=" + cache).command("warm-up"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile())
                .start();
        if (!training.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            training.destroyForcibly();
        }
        if (training.waitFor() != 0 || !Files.isRegularFile(cache)) {
            throw new IOException("The training run failed:\n"
                    + Files.readString(folder.resolve("training.log"), StandardCharsets.UTF_8));
        }
        return jvm.with("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    }
}
