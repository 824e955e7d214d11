package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.server.resource.PropertyValue;

/** What happens to variables between clients and the store. Sensitive values go in and never come out. */
public final class VariableRules {
    private static final List<String> NOT_IN_LIBRARY =
            List.of(VariableScope.ACTION, VariableScope.CHANNEL, VariableScope.PROCESS_OWNER);

    private VariableRules() {}

    /** Whose variables a set holds. */
    public enum Owner {
        /** A project: every dimension of scope. */
        PROJECT,
        /** A library set: no actions, channels and processes, which belong to projects. */
        LIBRARY
    }

    /**
     * The set as it is stored. Missing ids are given. A sensitive value is put away; a variable that is or was sensitive,
     * found by its id, keeps its secret when it comes without a value or with an empty one, because clients that read
     * null write "" back.
     *
     * @param before the set as it is stored now
     * @param putAway keeps a clear text and returns the id of the secret
     * @param ids new GUIDs
     */
    public static VariableSet receive(
            VariableSet sent, VariableSet before, Function<String, String> putAway, Supplier<String> ids) {
        Map<String, PropertyValue> secrets = secretsById(before);
        return sent.withVariables(sent.variables().stream()
                .map(variable -> variable.identity().isBlank() ? variable.withId(ids.get()) : variable)
                .map(variable -> receive(variable, Optional.ofNullable(secrets.get(variable.identity())), putAway))
                .toList());
    }

    /** The set as clients read it: sensitive variables have no value. */
    public static VariableSet present(VariableSet stored) {
        return stored.withVariables(stored.variables().stream()
                .map(variable -> variable.isSensitive() ? variable.withValue(null) : variable)
                .toList());
    }

    /** The broken rules, each a sentence that names the variable; empty when all hold. */
    public static List<String> problems(VariableSet set, Owner owner) {
        List<String> problems = new ArrayList<>();
        if (set.variables().stream().anyMatch(variable -> variable.name().isEmpty())) {
            problems.add("A variable has no name. Give each one.");
        }
        repeatedIds(set).forEach(problems::add);
        if (owner == Owner.LIBRARY) {
            set.variables().stream().flatMap(VariableRules::notInLibrary).forEach(problems::add);
        }
        return List.copyOf(problems);
    }

    /** Whether two variables have one id, so that it is not known which is which. */
    static boolean hasRepeatedIds(VariableSet set) {
        return repeatedIds(set).findAny().isPresent();
    }

    private static Variable receive(Variable sent, Optional<PropertyValue> secret, Function<String, String> putAway) {
        Optional<String> clear = clear(sent.value());
        if (secret.isPresent() && clear.isEmpty()) {
            return sent.asSensitive().withValue(secret.get());
        }
        if (!sent.isSensitive()) {
            return sent.withValue(clear(sent.value()).map(PropertyValue::of).orElseGet(() -> plain(sent.value())));
        }
        return sent.withValue(clear.map(putAway)
                .<PropertyValue>map(id -> new PropertyValue.Sensitive(true, Optional.of(id), Optional.empty()))
                .orElse(null));
    }

    /** A value sent in clear, by a string or by the member of a sensitive object; never a secret's id. */
    private static Optional<String> clear(@Nullable PropertyValue sent) {
        return switch (sent) {
            case null -> Optional.empty();
            case PropertyValue.Plain(String text) -> Optional.of(text).filter(value -> !value.isEmpty());
            case PropertyValue.Sensitive sensitive -> sensitive.newValue().filter(value -> !value.isEmpty());
        };
    }

    private static @Nullable PropertyValue plain(@Nullable PropertyValue sent) {
        return sent instanceof PropertyValue.Plain plain ? plain : null;
    }

    private static Map<String, PropertyValue> secretsById(VariableSet before) {
        Map<String, PropertyValue> secrets = new HashMap<>();
        for (Variable variable : before.variables()) {
            if (variable.value() instanceof PropertyValue.Sensitive secret) {
                secrets.put(variable.identity(), secret);
            }
        }
        return secrets;
    }

    private static Stream<String> repeatedIds(VariableSet set) {
        return set.variables().stream()
                .filter(variable -> !variable.identity().isBlank())
                .collect(Collectors.groupingBy(Variable::identity))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.size() + " variables have the Id '"
                        + same.getFirst().key() + "'. Leave out the Id of new ones.");
    }

    private static Stream<String> notInLibrary(Variable variable) {
        return NOT_IN_LIBRARY.stream()
                .filter(dimension -> !variable.scope().values(dimension).isEmpty())
                .map(dimension -> "Variable '" + variable.name() + "': a library set cannot be scoped by " + dimension
                        + ", which belongs to one project. Move the value to the project's variables.");
    }
}
