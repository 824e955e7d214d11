package tako.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tako.app.client.ApiClient;
import tako.app.client.RequestRefused;
import tako.app.client.ServerUnreachable;
import tools.jackson.databind.JsonNode;

/** {@code tako variable explain}: why a variable has the value it has. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Say why a variable has the value it has: what won, what lost and why, and what the value is made of."
                        + " Sensitive values are never shown. Ends with 0, or 1 if the variable has no value there.",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    /** How the answer is written. */
    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The variable's name.")
    private String name;

    @Mixin
    private QuestionOptions question;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the answer is written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Mixin
    private ClientOptions client;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    ExplainCommand() {}

    @Override
    public Integer call() {
        try (ApiClient api = client.connect()) {
            JsonNode answer = api.get("/api/" + client.space() + "/variables/explain" + question.query(name));
            show(answer);
            return ExplanationText.hasValue(answer) ? 0 : 1;
        } catch (RequestRefused | ServerUnreachable refused) {
            throw new StartRefused(String.valueOf(refused.getMessage()));
        }
    }

    private void show(JsonNode answer) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case text -> ExplanationText.of(answer).forEach(out::println);
            case json -> out.println(answer.toPrettyString());
        }
        out.flush();
    }
}
