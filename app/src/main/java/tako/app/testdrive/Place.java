package tako.app.testdrive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where Random Quotes runs: all that the tutorial does differently from place to place. */
public interface Place extends AutoCloseable {
    /** Why this place cannot use the deployment process that is there already, and what to do; empty when it can. */
    Optional<String> objection(JsonNode process);

    /** Makes in the server what only this place needs, and answers what the tutorial makes for it. */
    Layout layout(Seeds seeds);

    /**
     * Waits until its targets can be deployed to.
     *
     * @throws TestDriveFailed when they cannot
     */
    void awaitTargets() throws InterruptedException;

    /** The release that is to run there. */
    ReleaseOrder release();

    /** Waits, for a short while, until the pages of what is deployed answer. */
    void awaitPages() throws InterruptedException;

    /** Where an environment's page is; empty while nothing runs there. */
    Optional<Page> page(TutorialEnvironment environment);

    /** What people should know at the end of the start, as lines. */
    List<String> notes();

    @Override
    void close() throws IOException;

    /** The first action of a type in a deployment process. */
    static Optional<JsonNode> action(JsonNode process, String type) {
        return process.path("Steps")
                .valueStream()
                .flatMap(step -> step.path("Actions").valueStream())
                .filter(action -> action.path("ActionType").asString("").equals(type))
                .findFirst();
    }

    /**
     * A release.
     *
     * @param version empty when any release will do and the server chooses a new one's version
     * @param packages versions of packages as build servers write them, {@code Step:Reference:Version}
     */
    record ReleaseOrder(Optional<String> version, List<String> packages) {
        public ReleaseOrder {
            packages = List.copyOf(packages);
        }
    }

    /**
     * A page.
     *
     * @param remark what is unusual about it; "" for nothing
     */
    record Page(String address, String remark) {}
}
