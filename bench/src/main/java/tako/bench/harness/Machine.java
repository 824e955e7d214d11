package tako.bench.harness;

import java.lang.management.ManagementFactory;
import java.util.List;

/** What the figures of every benchmark depend on. */
final class Machine {
    private Machine() {}

    static List<String> lines() {
        return List.of(
                "JDK " + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vendor") + "), "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores, load "
                        + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                "JVM options "
                        + ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(argument -> argument.startsWith("-X"))
                                .toList());
    }
}
