package tako.testbed;

import java.util.List;
import java.util.Map;

/**
 * What tests deploy, in the cluster's registry. Its registry needs no credentials.
 *
 * @param registry host and port of the registry
 */
public record SampleImages(String registry) {
    /** The versions of {@link #randomQuotes}, oldest first. */
    public static final List<String> RANDOM_QUOTES_VERSIONS = List.of("1.0.0", "1.0.1", "1.1.0");

    /** The repository of the tutorial's application. */
    public static final String RANDOM_QUOTES = "randomquotes";

    /** Pushes them unless they are there; made from sources the first time on a machine, which takes half a minute. */
    static SampleImages push(TestCluster cluster) {
        Program.of(Scripts.path("sample-image.sh"))
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
                .bytes();
        return new SampleImages(cluster.registry());
    }

    /**
     * The tutorial's application: shows {@code running in} and the value of {@code ENVIRONMENT_NAME} at {@code /} of port 8080, and
     * answers {@code /healthz}. Its user is 10001.
     */
    public String randomQuotes(String version) {
        return image(RANDOM_QUOTES, version);
    }

    /** Answers {@code hello v1} at port 8080 within moments; has a shell. There is 1 and 2. */
    public String hello(int version) {
        return image("hello", Integer.toString(version));
    }

    /** Writes three lines, the last of them {@code cannot go on: DATABASE_URL is not set}, and ends with 1. */
    public String crasher() {
        return image("crasher", "1");
    }

    /** An image that the registry does not have. */
    public String missing() {
        return image("missing", "1");
    }

    private String image(String repository, String tag) {
        return registry + "/" + repository + ":" + tag;
    }
}
