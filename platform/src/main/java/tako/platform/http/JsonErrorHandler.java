package tako.platform.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what fails before the gate is reached, or after it, in the same shape as everything else. */
final class JsonErrorHandler implements Request.Handler {
    private final StandardHeaders headers;
    private final ErrorAnswers errors;
    private final AnswerWriter writer;

    JsonErrorHandler(StandardHeaders headers, ErrorAnswers errors, AnswerWriter writer) {
        this.headers = headers;
        this.errors = errors;
        this.writer = writer;
    }

    @Override
    public boolean handle(Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        headers.set(response.getHeaders());
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Throwable failure = cause instanceof Throwable thrown ? thrown : HttpRefusals.of(response.getStatus());
        String label = Shown.line(request.getMethod() + " "
                + Shown.text(String.valueOf(request.getHttpURI().getPath())));
        writer.prepare(errors.of(failure, label)).send(request, response, callback);
        return true;
    }
}
