package tako.platform.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Sends each request through the gate, and whatever comes out of it, an answer or a failure, to the client. */
final class RequestHandler extends Handler.Abstract {
    private final Gate gate;
    private final StandardHeaders headers;
    private final ErrorAnswers errors;
    private final AnswerWriter writer;
    private final RequestObserver observer;

    RequestHandler(
            Gate gate, StandardHeaders headers, ErrorAnswers errors, AnswerWriter writer, RequestObserver observer) {
        this.gate = gate;
        this.headers = headers;
        this.errors = errors;
        this.writer = writer;
        this.observer = observer;
    }

    @Override
    public boolean handle(Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        headers.set(response.getHeaders());
        answer(request).ready().send(request, response, callback);
        return true;
    }

    private Gate.Answered answer(Request request) {
        long started = System.nanoTime();
        try {
            Gate.Addressed addressed = gate.address(request);
            Gate.Answered answered = pass(addressed);
            Route<?> route = addressed.destination().route();
            observer.answered(route.method(), route.path(), answered.status(), System.nanoTime() - started);
            return answered;
        } catch (Throwable failure) {
            return refused(failure, request);
        }
    }

    private Gate.Answered pass(Gate.Addressed addressed) {
        try {
            return gate.pass(addressed);
        } catch (Throwable failure) {
            return refused(failure, addressed.arrival().request());
        }
    }

    private Gate.Answered refused(Throwable failure, Request request) {
        String label = request.getMethod() + " " + request.getHttpURI().getPath();
        Response.Json answer = errors.of(failure, Shown.line(label));
        return new Gate.Answered(answer.status(), writer.prepare(answer));
    }
}
