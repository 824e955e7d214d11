package tako.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's own version, as the build wrote it into the jar. */
public final class Version implements IVersionProvider {
    /** The version, {@code dev} when it runs from classes that are in no jar. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"tako " + text()};
    }
}
