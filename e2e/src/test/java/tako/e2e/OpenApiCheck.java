package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import tako.platform.http.openapi.OpenApiAnswers;

/** Every answer is what the server's own OpenAPI document says. */
final class OpenApiCheck implements AnswerCheck {
    private final OpenApiAnswers answers;

    private OpenApiCheck(OpenApiAnswers answers) {
        this.answers = answers;
    }

    /** Against the document of a running server. */
    static OpenApiCheck of(URI server, String key) {
        var document = new Wire(server, key, NONE).get("/api/openapi.json").succeeded();
        return new OpenApiCheck(new OpenApiAnswers(document.json()));
    }

    @Override
    public void check(String method, URI address, Answer answer) {
        assertThat(answers.violations(method, pathAndQuery(address), answer.status(), answer.text()))
                .isEmpty();
    }

    private static String pathAndQuery(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }
}
