package tako.server.delivery.interruption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form by which a question is answered. Clients know these kinds of controls and no others.
 *
 * @param values what was answered, by the names of the elements; empty as long as nothing was
 */
record InterruptionForm(Map<String, String> values, List<Element> elements) {
    static final String INSTRUCTIONS = "Instructions";
    static final String NOTES = "Notes";
    static final String RESULT = "Result";

    /** A named part of a form. */
    record Element(String name, Control control, boolean isValueRequired) {}

    /** How a part is shown; {@code Type} tells clients which it is. */
    sealed interface Control {
        /** A text to read, in Markdown. */
        record Paragraph(String type, String text) implements Control {}

        /** A text to write. */
        record TextArea(String type, String label) implements Control {}

        /** Buttons, each of which submits the form. */
        record SubmitButtonGroup(String type, List<Button> buttons) implements Control {}
    }

    /** A button that submits its value. */
    record Button(String text, String value, boolean requiresConfirmation) {}

    /** The form of a manual intervention. */
    static InterruptionForm of(Interruption question) {
        return new InterruptionForm(
                values(question),
                List.of(
                        new Element(INSTRUCTIONS, new Control.Paragraph("Paragraph", question.instructions()), false),
                        new Element(NOTES, new Control.TextArea("TextArea", "Notes"), false),
                        new Element(RESULT, new Control.SubmitButtonGroup("SubmitButtonGroup", buttons()), true)));
    }

    private static List<Button> buttons() {
        return List.of(button(Decision.Verdict.PROCEED, false), button(Decision.Verdict.ABORT, true));
    }

    private static Button button(Decision.Verdict verdict, boolean requiresConfirmation) {
        return new Button(verdict.wireName(), verdict.wireName(), requiresConfirmation);
    }

    private static Map<String, String> values(Interruption question) {
        Map<String, String> values = new LinkedHashMap<>();
        question.answer().ifPresent(answer -> {
            values.put(NOTES, answer.notes());
            values.put(RESULT, answer.verdict().wireName());
        });
        return values;
    }
}
