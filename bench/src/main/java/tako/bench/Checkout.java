package tako.bench;

import java.nio.file.Path;
import java.util.Optional;
import tako.bench.start.AppJars;

/** The source checkout whose build is measured. */
final class Checkout {
    private Checkout() {}

    /** The built program, in the checkout that this class was built in; the system property {@code tako.checkout} names another. */
    static AppJars app() throws Exception {
        String named = System.getProperty("tako.checkout");
        return AppJars.in(Optional.ofNullable(named).map(Path::of).orElse(own()).resolve("app/target"));
    }

    /** The folder of this module, in which the peers' projects lie. */
    static Path module() throws Exception {
        return own().resolve("bench");
    }

    /** Classes lie in {@code bench/target/classes}. */
    private static Path own() throws Exception {
        Path classes = Path.of(Checkout.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes.resolve("../../..").normalize();
    }
}
