package tako.server.library.feed.registry;

/** What a registry is asked, for sentences. */
public sealed interface Question {
    /** Whether it is one. */
    record Probe() implements Question {}

    /** Which repositories it has. */
    record Catalogue() implements Question {}

    /** Which tags a repository has. */
    record Tags(String repository) implements Question {}
}
