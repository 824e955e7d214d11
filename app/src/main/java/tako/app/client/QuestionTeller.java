package tako.app.client;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Says of each question that a task waits for what is asked, who may answer and how; once. */
public final class QuestionTeller implements Attendant {
    private final Questions questions;
    private final Consumer<String> out;
    private final Set<String> told = new HashSet<>();

    /** @param out takes each line */
    public QuestionTeller(Questions questions, Consumer<String> out) {
        this.questions = questions;
        this.out = out;
    }

    /** Stays: whoever follows the task waits for its end, however long the question stands. */
    @Override
    public boolean attend(JsonNode task) {
        if (task.path("HasPendingInterruptions").asBoolean(false)) {
            questions.open(task.path("Id").asString()).stream()
                    .filter(question -> told.add(question.id()))
                    .forEach(this::tell);
        }
        return true;
    }

    private void tell(OpenQuestion question) {
        out.accept("Waiting for an answer to " + question.title() + " (" + question.id() + "):");
        question.block().forEach(out);
        out.accept(questions.whoMay(question) + " The deployment goes on then, also when nobody watches here.");
        questions.howTo(question).forEach(out);
    }
}
