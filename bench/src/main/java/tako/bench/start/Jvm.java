package tako.bench.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child JVM is called.
 *
 * @param options before the class path
 */
record Jvm(List<String> options, String classPath, String mainClass) {
    /** The options with which the launcher starts the program, and two cores. */
    private static final List<String> USUAL = List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:ActiveProcessorCount=2");

    static Jvm usual(String classPath, String mainClass) {
        return new Jvm(USUAL, classPath, mainClass);
    }

    /** The same with more options. */
    Jvm with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Jvm(List.copyOf(all), classPath, mainClass);
    }

    /** The command line for these arguments; on a machine with more cores, held to two of them. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        if (Runtime.getRuntime().availableProcessors() > 2) {
            command.addAll(List.of("taskset", "-c", "0,1"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
