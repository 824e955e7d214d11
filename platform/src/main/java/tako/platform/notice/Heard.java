package tako.platform.notice;

/** What a subscription hears. */
public sealed interface Heard {
    /** Where it stands in the sequence: what a client names to go on from here. */
    String id();

    /** The subscription has begun. */
    record Ready(String id) implements Heard {}

    /** Something changed. */
    record Changed(String id, Notice notice) implements Heard {}

    /** Some notices were missed: anything may have changed. */
    record Resync(String id) implements Heard {}
}
