package tako.platform.http;

import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every request passes, in this order: its address is understood, limits, who sends it, proof against requests forged
 * in browsers, space and route, permission, body, handler. Permits are held while something is computed, not while a slow
 * client sends or receives.
 */
final class Gate {
    private final Admission admission;
    private final Dispatch dispatch;
    private final RateLimit rate;
    private final Permits permits;
    private final BodyReader bodies;
    private final AnswerWriter writer;
    private final OnceOnly once;

    Gate(RouteTable table, Admission admission, Bounds bounds, Answers answers) {
        this.admission = admission;
        this.dispatch = new Dispatch(table, admission.spaces());
        this.rate = bounds.rate();
        this.permits = bounds.permits();
        this.bodies = bounds.bodies();
        this.writer = answers.writer();
        this.once = answers.once();
    }

    /** What bounds requests. */
    record Bounds(RateLimit rate, Permits permits, BodyReader bodies) {}

    /** How answers come about. */
    record Answers(AnswerWriter writer, OnceOnly once) {}

    /** A request of which is known who sent it and where it goes. */
    record Addressed(Arrival arrival, Principal principal, Destination destination) {}

    /** An answer that only needs to be sent. */
    record Answered(int status, AnswerWriter.Ready ready) {}

    /** The first half: whose request is this, and which route is it for? */
    Addressed address(Request request) throws Exception {
        Arrival arrival = Arrival.of(request);
        rate.check(arrival.client().address());
        bodies.checkAnnounced(request);
        return permits.with(() -> {
            Principal principal = identify(arrival);
            return new Addressed(arrival, principal, dispatch.find(arrival.verb(), arrival.path()));
        });
    }

    /** The second half: may it pass, what does it carry, and what is the answer? */
    Answered pass(Addressed addressed) throws Exception {
        Route<?> route = addressed.destination().route();
        permits.run(() -> requireAccess(addressed));
        BodyReader.Body body = bodies.read(route, addressed.arrival());
        var call = new GateCall(addressed.arrival(), addressed.principal(), addressed.destination(), body);
        boolean streaming = route.request() == InputStream.class;
        return streaming ? answer(route, call) : permits.with(() -> answer(route, call));
    }

    /** A wrong key is refused everywhere; a cookie that expired is none, or nobody could reach the sign-in page with it. */
    private Principal identify(Arrival arrival) {
        Optional<Credentials> shown = arrival.credentials(admission.cookies());
        if (shown.isEmpty()) {
            return Call.ANONYMOUS;
        }
        Optional<Principal> known = admission.authenticator().authenticate(shown.get());
        return switch (shown.get()) {
            case Credentials.SessionCookie cookie -> {
                known.ifPresent(principal -> requireProof(arrival, cookie));
                yield known.orElse(Call.ANONYMOUS);
            }
            case Credentials.ApiKey ignored ->
                known.orElseThrow(
                        () -> Problem.unauthenticated(
                                "The API key is unknown, expired or revoked. Send a valid one in the header X-Octopus-ApiKey."));
            case Credentials.Bearer ignored ->
                known.orElseThrow(
                        () -> Problem.unauthenticated("The access token is unknown or expired. Request a new one."));
        };
    }

    private void requireProof(Arrival arrival, Credentials.SessionCookie cookie) {
        SessionCookies cookies = admission.cookies();
        boolean proved = arrival.header(SessionCookies.CSRF_HEADER)
                .filter(value -> cookies.matches(cookie.token(), value))
                .isPresent();
        if (!arrival.verb().isSafe() && !proved) {
            throw Problem.forbidden("A request of a browser that changes something must carry the value of the cookie "
                    + cookies.csrfName() + " in the header " + SessionCookies.CSRF_HEADER + ".");
        }
    }

    private void requireAccess(Addressed addressed) {
        Destination destination = addressed.destination();
        Access access = destination.route().access();
        boolean open = access instanceof Access.Anonymous;
        if (!open && addressed.principal().equals(Call.ANONYMOUS)) {
            throw Problem.unauthenticated(
                    "You must be signed in. Send an API key in the header X-Octopus-ApiKey, or sign in with a browser.");
        }
        String space = destination.space().orElseThrow(() -> unknownSpace(destination.spaceAsked()));
        if (!open) {
            admission.access().require(addressed.principal(), access, space);
        }
    }

    private static Problem unknownSpace(String asked) {
        return asked.isEmpty()
                ? Problem.of(404, "There is no default space. Name a space in the address: /api/Spaces-1/…")
                : Problem.notFound(asked);
    }

    private Answered answer(Route<?> route, GateCall call) throws Exception {
        Response answer = once.answer(call, () -> handle(route, call));
        return new Answered(AnswerWriter.status(answer), writer.prepare(answer));
    }

    @SuppressWarnings("unchecked") // the reader made the body of the type that the route declares
    private <I> Response handle(Route<I> route, GateCall call) throws Exception {
        try {
            return route.handler().handle((Call<I>) call);
        } catch (MismatchedInputException | InputCoercionException mismatch) {
            throw route.request() == ObjectNode.class ? bodies.problems().explain(mismatch, route) : mismatch;
        }
    }
}
