package tako.app.testdrive;

import java.util.List;

/**
 * An environment of the tutorial.
 *
 * @param port the value of {@code K8S Node Port} there, as long as nobody changes it
 */
public record TutorialEnvironment(String name, int port) {
    /** In the order in which a release passes them. */
    public static final List<TutorialEnvironment> ALL = List.of(
            new TutorialEnvironment("Dev", 30_000),
            new TutorialEnvironment("Test", 30_001),
            new TutorialEnvironment("Prod", 30_002));
}
