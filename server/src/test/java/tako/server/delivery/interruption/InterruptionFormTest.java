package tako.server.delivery.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.WireMapper;
import tools.jackson.databind.JsonNode;

class InterruptionFormTest {
    private static final String ELEMENTS = """
            [{"Name": "Instructions", "Control": {"Type": "Paragraph", "Text": "Open *it*."}, "IsValueRequired": false},
             {"Name": "Notes", "Control": {"Type": "TextArea", "Label": "Notes"}, "IsValueRequired": false},
             {"Name": "Result", "Control": {"Type": "SubmitButtonGroup", "Buttons": [
               {"Text": "Proceed", "Value": "Proceed", "RequiresConfirmation": false},
               {"Text": "Abort", "Value": "Abort", "RequiresConfirmation": true}]}, "IsValueRequired": true}]""";

    private static Interruption question(InterruptionState state, Optional<Interruption.Answer> answer) {
        return new Interruption(
                "Interruptions-1",
                new Interruption.About("Spaces-1", "ServerTasks-1", "step-1", List.of()),
                "Sign off",
                "Open *it*.",
                List.of(),
                new Interruption.Times(Instant.EPOCH, Instant.EPOCH, Optional.empty()),
                state,
                Optional.empty(),
                answer);
    }

    private static JsonNode form(Interruption question) {
        return WireMapper.mapper().valueToTree(InterruptionForm.of(question));
    }

    private static JsonNode same(String json) {
        return WireMapper.mapper().readTree(json);
    }

    @Test
    @Tag("rule:interruption.form")
    void the_form_of_an_open_question_is_what_clients_know() {
        assertThat(form(question(InterruptionState.PENDING, Optional.empty())))
                .isEqualTo(same("{\"Values\": {}, \"Elements\": " + ELEMENTS + "}"));
    }

    @Test
    void the_form_of_an_answered_question_holds_what_was_said() {
        var answer = new Interruption.Answer(
                Decision.Verdict.ABORT, "Too slow", new Decision.Person("Users-1", "ada", "Ada", ""));
        assertThat(form(question(InterruptionState.ANSWERED, Optional.of(answer))))
                .isEqualTo(same("{\"Values\": {\"Notes\": \"Too slow\", \"Result\": \"Abort\"}, \"Elements\": "
                        + ELEMENTS + "}"));
    }
}
