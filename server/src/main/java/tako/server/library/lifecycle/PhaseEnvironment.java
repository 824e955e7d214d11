package tako.server.library.lifecycle;

/** An environment as phases see it: its id, and its name for messages. */
public record PhaseEnvironment(String id, String name) {}
