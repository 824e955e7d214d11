package tako.testbed;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this checkout keeps the scripts of the test cluster. */
final class Scripts {
    private Scripts() {}

    /** The script's path: in the folder {@code testbed} beside or above where this process or its class files are. */
    static String path(String name) {
        return Stream.of(Path.of("").toAbsolutePath(), ownPlace())
                .flatMap(start -> Stream.iterate(Optional.of(start), Optional::isPresent, at -> at.map(Path::getParent))
                        .flatMap(Optional::stream))
                .map(folder -> folder.resolve("testbed").resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "testbed/" + name + " is in no folder above this one. Run it inside a checkout of Tako."))
                .toString();
    }

    private static Path ownPlace() {
        try {
            return Path.of(Scripts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
