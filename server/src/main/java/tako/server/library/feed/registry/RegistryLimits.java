package tako.server.library.feed.registry;

import java.time.Duration;

/**
 * How long and how much a registry may answer.
 *
 * @param connect until a connection stands
 * @param answer until one request is answered, its body included
 * @param total until a question is answered, with all its pages, redirects, waits and repetitions
 * @param attempts how often one request is sent at most
 * @param bodyBytes the size of one answer
 * @param pageSize how many names are asked for at once
 * @param names how many names an answer may have in all its pages
 */
public record RegistryLimits(
        Duration connect, Duration answer, Duration total, int attempts, int bodyBytes, int pageSize, int names) {
    /** Those of a server. */
    public static RegistryLimits standard() {
        return new RegistryLimits(
                Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45), 4, 4 << 20, 1000, 200_000);
    }
}
