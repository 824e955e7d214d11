package tako.platform.http;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with a JSON body, where, and shows the route's example of it. */
final class BodyProblems {
    private final JsonMapper mapper;
    private final ExpectedValue expected;

    BodyProblems(JsonMapper mapper) {
        this.mapper = mapper;
        this.expected = new ExpectedValue(mapper);
    }

    /** 400: the route takes a body and none came. */
    Problem missing(Route<?> route) {
        String example = mapper.writeValueAsString(example(route));
        return Problem.invalid("The body is missing. Send a JSON body. Example: " + example)
                .withDetail("Example", example(route));
    }

    /** 400 for what Jackson could not read; a refusal thrown by the body's own type is passed on. */
    Problem explain(JacksonException failure, Route<?> route) {
        return switch (failure) {
            case ValueInstantiationException refused when refused.getCause() instanceof Problem problem -> problem;
            case InputCoercionException number ->
                at(number, route, "a number of this size", "is more than this member can hold");
            case StreamConstraintsException tooMuch -> malformed(tooMuch, "is nested too deeply or too long");
            case StreamReadException syntax -> malformed(syntax, "is not valid JSON");
            case MismatchedInputException trailing
            when goesOn(trailing) -> malformed(trailing, "goes on after the end of its JSON");
            case MismatchedInputException mismatch ->
                at(mismatch, route, expected.of(mismatch) + " is expected", expected.sent(mismatch));
            default -> at(failure, route, "the value", "is not allowed here");
        };
    }

    private static boolean goesOn(MismatchedInputException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token");
    }

    private static Problem malformed(JacksonException failure, String fault) {
        TokenStreamLocation where = failure.getLocation();
        if (where == null) {
            return Problem.invalid("The body " + fault + ".");
        }
        return Problem.invalid(
                        "The body " + fault + " at line " + where.getLineNr() + ", column " + where.getColumnNr() + ".")
                .withDetail("Line", where.getLineNr())
                .withDetail("Column", where.getColumnNr());
    }

    private Problem at(JacksonException failure, Route<?> route, String expectation, String fault) {
        MemberPath path = MemberPath.of(failure);
        Optional<JsonNode> member = path.find(example(route));
        JsonNode example = member.orElseGet(() -> example(route));
        String separator = expectation.endsWith("is expected") ? ", but " : " ";
        String shown = mapper.writeValueAsString(example);
        Problem problem = Problem.invalid(path.shown() + ": " + expectation + separator + fault + ". Example: "
                        + path.label(member, shown))
                .withDetail("Path", path.shown());
        return located(failure, problem).withDetail("Example", example);
    }

    private static Problem located(JacksonException failure, Problem problem) {
        TokenStreamLocation where = failure.getLocation();
        return where == null || where.getLineNr() < 1
                ? problem
                : problem.withDetail("Line", where.getLineNr()).withDetail("Column", where.getColumnNr());
    }

    private JsonNode example(Route<?> route) {
        return mapper.valueToTree(route.example().orElseThrow());
    }
}
