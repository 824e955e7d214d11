package tako.server.delivery.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tako.server.delivery.step.Conclusion;
import tako.server.delivery.step.Happened;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.ActionTypeRule;

/**
 * A handler whose effect is a line in a file: the action's text, evaluated, with the key of the execution. What else it does, a test
 * says by the name of the action.
 */
final class TestStep implements StepHandler<TestStep.Line> {
    static final String TEXT = "Test.Text";

    /** What is written. */
    record Line(String action, String text, boolean plain) implements Rendering {
        @Override
        public List<RenderedText> texts() {
            return List.of(new RenderedText("line", "text", text));
        }
    }

    /** What an action does after it has written its line. */
    @FunctionalInterface
    interface Behaviour {
        Outcome act(RunContext context) throws InterruptedException;
    }

    /** What an action that has waited comes to. */
    Function<Happened, Conclusion> concludes = Conclusion::usual;

    /** Whether failed attempts may be made again. */
    boolean retriable = true;

    private final String type;
    private final AfterCrash policy;
    private final Path effects;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

    TestStep(String type, AfterCrash policy, Path effects) {
        this.type = type;
        this.policy = policy;
        this.effects = effects;
    }

    /** Says what an action does. */
    void when(String action, Behaviour behaviour) {
        behaviours.put(action, behaviour);
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(type);
    }

    @Override
    public ActionTypeRule.Place place() {
        return ActionTypeRule.Place.ANY;
    }

    @Override
    public List<StepField> fields() {
        return List.of();
    }

    @Override
    public AfterCrash afterCrash() {
        return policy;
    }

    @Override
    public boolean retriable() {
        return retriable;
    }

    @Override
    public Conclusion conclude(Happened happened) {
        return concludes.apply(happened);
    }

    @Override
    public Line render(RenderContext context) {
        String text = context.property(TEXT).orElse(context.actionName());
        if (text.equals("refuse")) {
            throw new RenderingRefused(List.of("The text is missing.", "Write one."));
        }
        return new Line(
                context.actionName(), text, context.property("Test.Plain").isPresent());
    }

    @Override
    public Outcome run(Line line, RunContext context) throws InterruptedException {
        append(line.plain() ? line.text() : line.text() + " " + context.executionKey());
        Behaviour behaviour = behaviours.getOrDefault(line.action(), ignored -> new Outcome.Succeeded());
        return behaviour.act(context);
    }

    private synchronized void append(String line) {
        try {
            Files.writeString(effects, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
