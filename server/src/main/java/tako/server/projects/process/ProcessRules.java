package tako.server.projects.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.resource.Absent;
import tako.server.resource.NameKey;

/** What must hold for a process when it is saved. */
public final class ProcessRules {
    private final Map<String, ActionTypeRule> types;
    private final List<ActionCheck> checks;

    /** @param types the rules of the types this server can carry out; others are accepted as they are */
    public ProcessRules(Collection<ActionTypeRule> types) {
        this(types, List.of());
    }

    /**
     * Rules and checks.
     *
     * @param types the rules of the types this server can carry out; others are accepted as they are
     * @param checks what is looked up when a process is saved
     */
    public ProcessRules(Collection<ActionTypeRule> types, List<ActionCheck> checks) {
        this.checks = List.copyOf(checks);
        Map<String, ActionTypeRule> byType = new LinkedHashMap<>();
        types.forEach(type -> byType.put(type.actionType(), type));
        this.types = Map.copyOf(byType);
    }

    /**
     * The process with every id, name and slug that the client left out.
     *
     * @param before the process as it is stored now
     * @param ids new GUIDs
     */
    public static DeploymentProcess complete(DeploymentProcess sent, DeploymentProcess before, Supplier<String> ids) {
        return new ProcessIdentities(sent, before, ids).complete(sent);
    }

    /** The broken rules of a completed process, each a sentence that names step and field; empty when all hold. */
    public List<String> problems(DeploymentProcess process) {
        List<String> problems = new ArrayList<>();
        problems.addAll(repeated(process.steps(), Step::label, "steps", "name"));
        problems.addAll(repeated(process.actions().toList(), Action::label, "actions", "name"));
        problems.addAll(repeated(process.steps(), step -> Absent.orEmpty(step.slug()), "steps", "slug"));
        problems.addAll(
                repeated(process.actions().toList(), action -> Absent.orEmpty(action.slug()), "actions", "slug"));
        problems.addAll(repeatedIds(process));
        problems.addAll(PackageOrder.problems(process));
        process.steps().forEach(step -> problems.addAll(problems(step)));
        return List.copyOf(problems);
    }

    /** What processes name that is not there, each a sentence that names step and field. */
    List<String> missing(View view, String space, DeploymentProcess process) {
        List<String> problems = new ArrayList<>();
        for (Step step : process.steps()) {
            for (Action action : step.actions()) {
                String where = StepRules.where(step, action);
                checks.forEach(check -> problems.addAll(check.problems(view, space, where, action)));
            }
        }
        return problems;
    }

    private List<String> problems(Step step) {
        if (step.label().isEmpty()) {
            return List.of("A step has no name. Give each step one that is unique in the process.");
        }
        if (step.actions().isEmpty()) {
            return List.of("Step '" + step.label() + "' has no action. Add at least one to its Actions.");
        }
        List<String> problems = new ArrayList<>(StepRules.problems(step));
        step.actions().forEach(action -> problems.addAll(problems(step, action)));
        return problems;
    }

    private List<String> problems(Step step, Action action) {
        String where = StepRules.where(step, action);
        if (action.type().isEmpty()) {
            return List.of(where + ": the member ActionType is missing. Name one, for example Octopus.Script.");
        }
        List<String> problems = new ArrayList<>(StepRules.problems(where, action));
        ActionTypeRule rule = types.get(action.type());
        if (rule != null) {
            problems.addAll(StepRules.problems(where, step, action, rule));
        }
        return problems;
    }

    private static List<String> repeatedIds(DeploymentProcess process) {
        Stream<String> steps = process.steps().stream().map(Step::key);
        Stream<String> actions = process.actions().map(Action::key);
        return Stream.of(steps.toList(), actions.toList())
                .flatMap(ids -> repeated(ids, Function.identity(), "steps or actions", "Id").stream())
                .toList();
    }

    private static <T> List<String> repeated(List<T> parts, Function<T, String> value, String what, String member) {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        parts.stream()
                .map(value)
                .filter(text -> !text.isBlank())
                .forEach(text -> byKey.computeIfAbsent(NameKey.of(text), key -> new ArrayList<>())
                        .add(text));
        return byKey.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.size() + " " + what + " have the " + member + " '" + same.getFirst()
                        + "'. It must be unique in the process, without regard to letter case; change all but one.")
                .toList();
    }
}
