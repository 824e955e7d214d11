package tako.bench.harness;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which libraries are measured. */
public final class Libraries {
    private Libraries() {}

    /** The names of the jars that these classes come from, which carry their versions. */
    public static String of(Class<?>... classes) {
        return Stream.of(classes).map(Libraries::jar).distinct().collect(Collectors.joining(", ", "libraries ", ""));
    }

    private static String jar(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> Path.of(location.getPath()).getFileName().toString())
                .orElse(type.getName());
    }
}
