package tako.server.library.variableset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.library.variableset.VariableSetMerge.Result;
import tako.server.resource.PropertyValue;

class VariableSetMergeTest {
    /** A variable that is not there, and two contents of one that is. */
    private static final List<Optional<String>> STATES = List.of(Optional.empty(), Optional.of("1"), Optional.of("2"));

    @Test
    void ofOneVariableEveryCombinationIsDecided() {
        for (Optional<String> base : STATES) {
            for (Optional<String> theirs : STATES) {
                for (Optional<String> mine : STATES) {
                    Result result = VariableSetMerge.of(one(base), one(theirs), one(mine));
                    assertThat(result)
                            .as("base %s, theirs %s, mine %s", base, theirs, mine)
                            .isEqualTo(expected(base, theirs, mine));
                }
            }
        }
    }

    @Test
    void changesOfDifferentVariablesComeTogether() {
        assertThat(merged("a1 b1 c1", "a2 b1 c1 t1", "a1 c1 m1")).isEqualTo("a2 c1 t1 m1");
    }

    @Test
    void everyVariableThatBothChangedIsNamed() {
        assertThat(VariableSetMerge.of(set("a1 b1 c1 d1"), set("a2 b1 d2"), set("a3 b2 c2")))
                .isEqualTo(new Result.Conflicts(set("a3 c2 d1")));
    }

    @ParameterizedTest
    @CsvSource({
        "a1 b1 c1, a1 b1 c1 t1, m1 a1 b1 c1, m1 a1 b1 c1 t1",
        "a1 b1 c1, a1 t1 b1 c1, a1 b1 m1 c1, a1 t1 b1 m1 c1",
        "a1 b1 c1, a1 b1 c1 t1, c1 b1 a1, c1 b1 a1 t1",
        "a1 b1 c1, c1 b1 a1, a1 b1 c1 m1, c1 b1 a1 m1",
        "a1 b1 c1, c1 a1 b1, b1 a1 c1, c1 a1 b1",
        "a1 b1 c1, a1 b1 c1, c1 m1 a1 n1, c1 m1 a1 n1",
        "a1 b1, b1, m1 a1 b1, m1 b1"
    })
    void variablesStayWhereWhoeverMovedOrAddedThemPutThem(String base, String theirs, String mine, String expected) {
        assertThat(merged(base, theirs, mine)).isEqualTo(expected);
    }

    @Test
    void whatNobodyElseChangedIsTakenAsItWasSent() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Variable> base = shuffled(random, random.nextInt(6), "");
            List<Variable> mine = changed(random, base, Set.of(), "m");
            assertThat(VariableSetMerge.of(base, base, mine)).isEqualTo(new Result.Merged(mine));
            assertThat(VariableSetMerge.of(base, mine, base)).isEqualTo(new Result.Merged(mine));
        }
    }

    @Test
    void independentChangesCommuteAndNeitherIsLost() {
        var random = new Random(20_261_127);
        for (int round = 0; round < 5_000; round++) {
            List<Variable> base = shuffled(random, random.nextInt(8), "");
            Set<String> untouchable = new HashSet<>();
            List<Variable> first = changed(random, base, untouchable, "m");
            base.stream()
                    .filter(variable -> !first.contains(variable))
                    .map(Variable::key)
                    .forEach(untouchable::add);
            List<Variable> second = changed(random, base, untouchable, "t");

            List<Variable> one = merged(VariableSetMerge.of(base, first, second));
            List<Variable> other = merged(VariableSetMerge.of(base, second, first));

            assertThat(one).containsExactlyInAnyOrderElementsOf(other).doesNotHaveDuplicates();
            assertThat(new HashSet<>(one)).isEqualTo(oracle(base, first, second));
        }
    }

    /** What is in both changes, or new in one of them. */
    private static Set<Variable> oracle(List<Variable> base, List<Variable> first, List<Variable> second) {
        Set<Variable> expected = new HashSet<>(first);
        expected.retainAll(second);
        first.stream().filter(variable -> !base.contains(variable)).forEach(expected::add);
        second.stream().filter(variable -> !base.contains(variable)).forEach(expected::add);
        return expected;
    }

    private static Result expected(Optional<String> base, Optional<String> theirs, Optional<String> mine) {
        if (mine.equals(base) || mine.equals(theirs)) {
            return new Result.Merged(one(theirs));
        }
        return theirs.equals(base)
                ? new Result.Merged(one(mine))
                : new Result.Conflicts(one(mine.isPresent() ? mine : base));
    }

    /** Some variables changed, removed, added and moved, but none of the untouchable. */
    private static List<Variable> changed(Random random, List<Variable> base, Set<String> untouchable, String by) {
        List<Variable> changed = new ArrayList<>();
        for (Variable variable : base) {
            int what = untouchable.contains(variable.key()) ? 9 : random.nextInt(10);
            if (what > 1) {
                changed.add(what > 4 ? variable : variable.withValue(PropertyValue.of(by)));
            }
        }
        for (Variable added : shuffled(random, random.nextInt(3), by)) {
            changed.add(random.nextInt(changed.size() + 1), added);
        }
        if (random.nextBoolean()) {
            Collections.shuffle(changed, random);
        }
        return List.copyOf(changed);
    }

    private static List<Variable> shuffled(Random random, int count, String prefix) {
        List<Variable> variables = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(number -> variable(prefix + number, "0"))
                .toList());
        Collections.shuffle(variables, random);
        return List.copyOf(variables);
    }

    private static List<Variable> one(Optional<String> value) {
        return value.map(text -> variable("a", text)).stream().toList();
    }

    private static String merged(String base, String theirs, String mine) {
        return String.join(
                " ",
                merged(VariableSetMerge.of(set(base), set(theirs), set(mine))).stream()
                        .map(variable -> variable.name()
                                + (variable.value() instanceof PropertyValue.Plain(String text) ? text : ""))
                        .toList());
    }

    private static List<Variable> merged(Result result) {
        assertThat(result).isInstanceOf(Result.Merged.class);
        return ((Result.Merged) result).variables();
    }

    /** Variables as {@code a1}: the name and the value. */
    private static List<Variable> set(String variables) {
        return Arrays.stream(variables.split(" "))
                .map(text -> variable(text.substring(0, 1), text.substring(1)))
                .toList();
    }

    private static Variable variable(String id, String value) {
        return new Variable(
                id,
                id,
                PropertyValue.of(value),
                null,
                VariableScope.EVERYTHING,
                true,
                null,
                VariableType.STRING,
                false,
                Map.of());
    }
}
