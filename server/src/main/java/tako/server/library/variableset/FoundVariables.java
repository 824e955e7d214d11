package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of variables that are found by their ids, or by their names and scopes, without going through the list each time. */
final class FoundVariables {
    private final List<Variable> all;
    private final Index byId = new Index(variable -> new ById(variable.identity()));
    private final Index byMeaning = new Index(variable -> ByMeaning.of(variable.name(), variable.scope()));

    FoundVariables(List<Variable> variables) {
        this.all = new ArrayList<>(variables);
    }

    /** By what a variable is looked for. */
    sealed interface Wanted {}

    /**
     * The variable with an id.
     *
     * @param identity in lower case
     */
    record ById(String identity) implements Wanted {}

    /**
     * The variables with a name and a scope.
     *
     * @param name in lower case
     * @param scope without regard to order and letter case
     */
    record ByMeaning(String name, Map<String, Set<String>> scope) implements Wanted {
        static ByMeaning of(String name, VariableScope scope) {
            return new ByMeaning(
                    name.strip().toLowerCase(Locale.ROOT),
                    scope.dimensions().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, entry -> lower(entry.getValue()))));
        }

        private static Set<String> lower(List<String> values) {
            return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        }
    }

    /** The places of those that are meant. */
    List<Integer> find(Wanted wanted) {
        return switch (wanted) {
            case ById id -> byId.find(id);
            case ByMeaning meaning -> byMeaning.find(meaning);
        };
    }

    Variable at(int place) {
        return all.get(place);
    }

    void set(int place, Variable variable) {
        Variable before = all.set(place, variable);
        byId.move(place, before, variable);
        byMeaning.move(place, before, variable);
    }

    void add(Variable variable) {
        all.add(variable);
        byId.add(all.size() - 1, variable);
        byMeaning.add(all.size() - 1, variable);
    }

    List<Variable> all() {
        return List.copyOf(all);
    }

    /** Made when it is first asked: a patch names its variables in one way mostly. */
    private final class Index {
        private final Function<Variable, Wanted> key;
        private @Nullable Map<Wanted, List<Integer>> places;

        Index(Function<Variable, Wanted> key) {
            this.key = key;
        }

        List<Integer> find(Wanted wanted) {
            return List.copyOf(places().getOrDefault(wanted, List.of()));
        }

        void add(int place, Variable variable) {
            if (places != null) {
                put(places, place, variable);
            }
        }

        void move(int place, Variable before, Variable after) {
            if (places != null && !key.apply(before).equals(key.apply(after))) {
                places.getOrDefault(key.apply(before), new ArrayList<>()).remove(Integer.valueOf(place));
                put(places, place, after);
            }
        }

        private Map<Wanted, List<Integer>> places() {
            if (places == null) {
                Map<Wanted, List<Integer>> made = new HashMap<>();
                for (int place = 0; place < all.size(); place++) {
                    put(made, place, all.get(place));
                }
                places = made;
            }
            return places;
        }

        private void put(Map<Wanted, List<Integer>> places, int place, Variable variable) {
            places.computeIfAbsent(key.apply(variable), wanted -> new ArrayList<>())
                    .add(place);
        }
    }
}
