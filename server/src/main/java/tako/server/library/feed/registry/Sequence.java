package tako.server.library.feed.registry;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tako.server.library.feed.registry.Transport.Sent;

/**
 * The requests that answer one question: within one bound, repeated where that helps, redirects followed. Credentials go to the
 * address that was asked and to no other host.
 */
final class Sequence {
    private static final int MOST_REDIRECTS = 5;

    private final Transport transport;
    private final RegistryLimits limits;
    private final RegistryTime time;
    private final Subject subject;
    private final Deadline deadline;

    /** Whom is asked what, for failures. */
    record Subject(String host, Question question) {
        RegistryFailure failure(RegistryTrouble trouble) {
            return new RegistryFailure(host, question, trouble);
        }
    }

    Sequence(Transport transport, RegistryLimits limits, RegistryTime time, Subject subject) {
        this.transport = transport;
        this.limits = limits;
        this.time = time;
        this.subject = subject;
        this.deadline = new Deadline(time.nanos(), limits.total());
    }

    /** A failure of this question. */
    RegistryFailure failure(RegistryTrouble trouble) {
        return subject.failure(trouble);
    }

    /** The answer at an address, of any status that asking again does not change. */
    Answer get(URI uri, Optional<String> authorization) throws RegistryFailure, InterruptedException {
        Set<URI> seen = new HashSet<>();
        URI at = uri;
        while (seen.add(at)) {
            boolean own = Addresses.isSameOrigin(uri, at);
            Answer answer = repeated(at, authorization.filter(value -> own));
            if (!answer.isRedirect()) {
                return own || answer.status() != 401 ? answer : elsewhere("an answer", at);
            }
            if (seen.size() > MOST_REDIRECTS) {
                break;
            }
            at = target(answer);
        }
        throw failure(new RegistryTrouble.Circle());
    }

    private Answer elsewhere(String what, URI to) throws RegistryFailure {
        throw failure(new RegistryTrouble.SentElsewhere(what, Addresses.origin(to)));
    }

    /** Where a redirect leads: to https or http, and never from the first to the second. */
    private URI target(Answer answer) throws RegistryFailure {
        Optional<URI> to =
                Addresses.resolve(answer.from(), answer.first("Location").orElse(""));
        if (to.isEmpty()) {
            throw failure(new RegistryTrouble.NotARegistry("it redirects to something that is no address"));
        }
        if (Addresses.isSecure(answer.from()) && !Addresses.isSecure(to.get())) {
            throw failure(new RegistryTrouble.SentElsewhere("an answer", Addresses.origin(to.get())));
        }
        return to.get();
    }

    private Answer repeated(URI uri, Optional<String> authorization) throws RegistryFailure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Sent sent = transport.get(uri, authorization, deadline);
            boolean last = attempt >= limits.attempts();
            switch (sent) {
                case Sent.Answered(Answer answer) -> {
                    if (!RetryRule.mayPass(answer.status())) {
                        return answer;
                    }
                    waitOrFail(attempt, last, wished(answer), StatusTroubles.of(answer, authorization.isPresent()));
                }
                case Sent.Failed(RegistryTrouble trouble) -> {
                    boolean given = last || !TransportTroubles.mayPass(trouble);
                    waitOrFail(attempt, given, Optional.empty(), trouble);
                }
            }
        }
    }

    private Optional<Duration> wished(Answer answer) {
        return RetryRule.wished(answer.first("Retry-After"), time.wall().instant());
    }

    private void waitOrFail(int attempt, boolean last, Optional<Duration> wished, RegistryTrouble trouble)
            throws RegistryFailure, InterruptedException {
        Duration pause = RetryRule.pause(attempt, wished);
        if (last || pause.compareTo(deadline.left()) >= 0) {
            throw failure(
                    trouble instanceof RegistryTrouble.Throttled ? new RegistryTrouble.Throttled(wished) : trouble);
        }
        time.pause().of(pause);
    }
}
