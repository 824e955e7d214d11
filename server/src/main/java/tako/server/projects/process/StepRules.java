package tako.server.projects.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.projects.process.ActionTypeRule.FieldRule;
import tako.server.projects.process.ActionTypeRule.Place;
import tako.server.resource.NameKey;
import tako.server.resource.PropertyValue;

/** What must hold within one step. */
final class StepRules {
    /**
     * A property that is a whole number from 0, unless an expression gives it.
     *
     * @param most the greatest that it may be
     */
    private record Whole(String key, String label, int most) {}

    private static final List<Whole> NUMBERS = List.of(
            new Whole(PropertyKey.RETRIES, "retries", 3),
            new Whole(PropertyKey.RETRY_BACKOFF, "seconds between retries", 3_600),
            new Whole(PropertyKey.TIMEOUT_MINUTES, "time-out in minutes", 43_200));

    private StepRules() {}

    /** A step and action as messages name them. */
    static String where(Step step, Action action) {
        String of = "Step '" + step.label() + "'";
        return step.actions().size() == 1 ? of : of + ", action '" + action.label() + "'";
    }

    /** What is wrong with a step itself. */
    static List<String> problems(Step step) {
        String where = "Step '" + step.label() + "'";
        List<String> problems = new ArrayList<>();
        step.text(PropertyKey.MAX_PARALLELISM)
                .filter(text -> !isExpression(text) && !isNumber(text, 1, Integer.MAX_VALUE))
                .ifPresent(text -> problems.add(where + ", window size (" + PropertyKey.MAX_PARALLELISM + "): '" + text
                        + "' is not a whole number above 0. Write how many targets may be worked on at once."));
        if (step.condition() == RunCondition.VARIABLE) {
            missingExpression(where, step.text(PropertyKey.STEP_CONDITION), PropertyKey.STEP_CONDITION)
                    .ifPresent(problems::add);
        }
        if (step.actions().size() > 1) {
            problems.addAll(childConditions(step));
        }
        return problems;
    }

    /** A failure ends the way of its target through the children, so that a child runs after success or when an expression says so. */
    private static List<String> childConditions(Step step) {
        return step.actions().stream()
                .filter(action ->
                        action.condition() == RunCondition.FAILURE || action.condition() == RunCondition.ALWAYS)
                .map(action -> where(step, action)
                        + ", run condition (Condition): an action of several in one step runs on success or by a"
                        + " variable expression. Write Success or Variable, or make it a step of its own.")
                .toList();
    }

    private static List<String> environmentProblems(String where, Action action) {
        return action.environments().stream()
                .filter(environment -> action.excludedEnvironments().stream().anyMatch(environment::equalsIgnoreCase))
                .map(
                        environment -> where + ", Environments: '" + environment
                                + "' stands in ExcludedEnvironments too, so it would never run there. Leave it in one of the two.")
                .toList();
    }

    /** What is wrong with an action, whatever its type. */
    static List<String> problems(String where, Action action) {
        List<String> problems = new ArrayList<>();
        if (action.condition() == RunCondition.VARIABLE) {
            missingExpression(where, action.text(PropertyKey.ACTION_CONDITION), PropertyKey.ACTION_CONDITION)
                    .ifPresent(problems::add);
        }
        NUMBERS.forEach(number -> action.text(number.key())
                .filter(text -> !isExpression(text) && !isNumber(text, 0, number.most()))
                .ifPresent(text -> problems.add(where + ", " + number.label() + " (" + number.key() + "): '" + text
                        + "' is not a whole number from 0 to " + number.most() + ".")));
        problems.addAll(environmentProblems(where, action));
        problems.addAll(packageProblems(where, action));
        return problems;
    }

    /** What is wrong with an action by the rule of its type. */
    static List<String> problems(String where, Step step, Action action, ActionTypeRule rule) {
        List<String> problems = new ArrayList<>();
        if (needsRoles(action, rule.place()) && step.roles().isEmpty()) {
            problems.add(where + ", target tags (" + PropertyKey.TARGET_ROLES
                    + "): it runs on deployment targets but names none. Name at least one target tag,"
                    + " or let it run on the server.");
        }
        rule.fields().stream()
                .flatMap(field -> fieldProblem(where, action, field).stream())
                .forEach(problems::add);
        return problems;
    }

    private static boolean needsRoles(Action action, Place place) {
        return switch (place) {
            case SERVER -> false;
            case TARGET -> true;
            case ANY ->
                action.text(PropertyKey.RUN_ON_SERVER)
                        .filter("False"::equalsIgnoreCase)
                        .isPresent();
        };
    }

    private static Optional<String> fieldProblem(String where, Action action, FieldRule field) {
        Optional<PropertyValue> value = PropertyValue.find(action.properties(), field.key());
        String at = where + ", " + field.label() + " (" + field.key() + "): ";
        if (value.isEmpty() || isBlank(value.get())) {
            return field.required() ? Optional.of(at + "a value is required. Fill it in.") : Optional.empty();
        }
        return action.text(field.key())
                .filter(text -> !field.choices().isEmpty() && !isExpression(text))
                .filter(text -> field.choices().stream().noneMatch(text::equalsIgnoreCase))
                .map(text -> at + "'" + text + "' is not one of its values. Write one of "
                        + field.choices().stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    private static boolean isBlank(PropertyValue value) {
        return switch (value) {
            case PropertyValue.Plain(String text) -> text.isBlank();
            case PropertyValue.Sensitive sensitive -> !sensitive.hasValue();
        };
    }

    private static List<String> packageProblems(String where, Action action) {
        Map<String, Long> names = action.packages().stream()
                .map(one -> NameKey.of(one.name()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Stream<String> repeated = names.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> where + ", Packages: " + entry.getValue() + " are named '" + entry.getKey()
                        + "'. Each needs a name of its own; only the primary package has none.");
        Stream<String> unnamed = action.packages().stream()
                .filter(one -> !one.isDeferred())
                .filter(one -> one.packageId() == null || one.packageId().isBlank())
                .map(one -> where + ", Packages: the package '" + one.name()
                        + "' has no PackageId. Name the package in its feed.");
        return Stream.concat(repeated, unnamed).toList();
    }

    private static Optional<String> missingExpression(String where, Optional<String> expression, String key) {
        return expression.isPresent()
                ? Optional.empty()
                : Optional.of(where + ", run condition (" + key
                        + "): it depends on a variable expression, and there is none. Write one, for example"
                        + " #{Run Migrations}, or choose another condition.");
    }

    private static boolean isExpression(String text) {
        return text.contains("#{");
    }

    private static boolean isNumber(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= least && number <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
