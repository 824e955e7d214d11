package tako.platform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.log.LogUnavailable;

/**
 * Turns every failure into an answer in Octopus's shape, with an id that is in the server's log. A refusal says what it
 * says; anything else says only the id, because what went wrong inside is nobody's business outside.
 */
final class ErrorAnswers {
    /** The header with the id. */
    static final String ID_HEADER = "X-Tako-Error-Id";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    ErrorAnswers(RandomGenerator random) {
        this.prefix = String.format(Locale.ROOT, "%08x", random.nextInt());
    }

    /** The answer to a failed request, logged; {@code request} is its method and path. */
    Response.Json of(Throwable failure, String request) {
        String id = prefix + "-" + count.incrementAndGet();
        Problem problem = problem(failure, id);
        if (problem.status() >= 500) {
            LOG.error("{} failed with {}: {} (error {})", request, problem.status(), problem.getMessage(), id, failure);
        } else {
            LOG.info("{} was refused with {}: {} (error {})", request, problem.status(), reason(problem), id);
        }
        return answer(problem, id);
    }

    private static Problem problem(Throwable failure, String id) {
        return switch (failure) {
            case Problem problem -> problem;
            case DatabaseUnavailable unavailable ->
                Problem.of(503, String.valueOf(unavailable.getMessage())).withHeader("Retry-After", "5");
            case LogUnavailable unavailable ->
                Problem.of(503, String.valueOf(unavailable.getMessage())).withHeader("Retry-After", "5");
            case HttpException http -> HttpRefusals.of(http.getCode());
            default -> unexpected(id);
        };
    }

    private static Problem unexpected(String id) {
        return Problem.of(500, "The server failed to answer. Its log says why, under error " + id + ".");
    }

    private static String reason(Problem problem) {
        List<String> texts = problem.errors().isEmpty() ? List.of(problem.getMessage()) : problem.errors();
        return Shown.line(String.join(" ", texts));
    }

    private static Response.Json answer(Problem problem, String id) {
        var details = new LinkedHashMap<>(problem.details());
        if (problem.status() >= 500) {
            details.put("ErrorId", id);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ErrorMessage", problem.getMessage());
        if (problem.status() != NOT_FOUND && !problem.errors().isEmpty()) {
            body.put("Errors", problem.errors());
        }
        problem.help().ifPresent(help -> body.put("HelpText", help));
        if (!details.isEmpty()) {
            body.put("Details", details);
        }
        var headers = new ArrayList<>(problem.headers());
        headers.add(new Response.Header(ID_HEADER, id));
        return new Response.Json(problem.status(), body, headers);
    }
}
