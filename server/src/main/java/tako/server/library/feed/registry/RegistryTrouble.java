package tako.server.library.feed.registry;

import java.time.Duration;
import java.util.Optional;

/** What can go wrong with a registry. Each has its sentence in {@link RegistrySentences}. */
public sealed interface RegistryTrouble {
    /** Nothing listens at its address. */
    record Refused() implements RegistryTrouble {}

    /** Its host's name is not known. */
    record UnknownHost() implements RegistryTrouble {}

    /** Its host cannot be reached: no route, or no connection within this time. */
    record Unreachable(Duration waited) implements RegistryTrouble {}

    /** Its certificate is signed by nobody known, or has expired. */
    record NotTrusted() implements RegistryTrouble {}

    /** Its certificate is for another host. */
    record OtherHostsCertificate() implements RegistryTrouble {}

    /** It speaks no TLS where https was asked for, or wants what this server does not offer. */
    record NoTls() implements RegistryTrouble {}

    /** It did not answer within this time. */
    record TimedOut(Duration waited) implements RegistryTrouble {}

    /** It hung up. */
    record HungUp() implements RegistryTrouble {}

    /**
     * It does not know who asks.
     *
     * @param withCredentials whether credentials were shown
     */
    record Unauthorized(boolean withCredentials) implements RegistryTrouble {}

    /** It does not let who asks see this. */
    record Forbidden(boolean withCredentials) implements RegistryTrouble {}

    /** It has nothing of that name. */
    record NotFound() implements RegistryTrouble {}

    /**
     * It was asked too often.
     *
     * @param pause how long it wants to be left alone, if it said so
     */
    record Throttled(Optional<Duration> pause) implements RegistryTrouble {}

    /** It has a fault of its own. */
    record Faulty(int status) implements RegistryTrouble {}

    /**
     * It answers as no registry does.
     *
     * @param saw what it answered, for people
     */
    record NotARegistry(String saw) implements RegistryTrouble {}

    /** Its answer is greater than this. */
    record TooMuch(String bound) implements RegistryTrouble {}

    /**
     * It sends who asks to another host, which was not followed.
     *
     * @param what for what
     * @param origin scheme, host and port
     */
    record SentElsewhere(String what, String origin) implements RegistryTrouble {}

    /** It sends who asks round in a circle. */
    record Circle() implements RegistryTrouble {}

    /** It lets one in, but does not say which repositories it has. */
    record ClosedCatalogue() implements RegistryTrouble {}

    /** What was asked for cannot be the name of a repository. */
    record NoName(String text) implements RegistryTrouble {}
}
