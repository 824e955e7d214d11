package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is worth keeping of values that were evaluated, and how much of it. */
class KnownValuesTest {
    private final KnownValues known = new KnownValues();

    @Test
    void the_value_of_a_variable_is_kept() {
        Value value = Value.ofVariable("A", "#{B}");
        Value result = new Value("b");
        known.put(value, result);
        assertThat(known.get(value)).isSameAs(result);
    }

    @Test
    void a_part_of_a_value_is_not() {
        Value part = new Value("#{B}");
        known.put(part, new Value("b"));
        assertThat(known.get(part)).isNull();
    }

    @Test
    void values_that_come_to_nothing_take_room_as_well() {
        var values = IntStream.range(0, 200_000)
                .mapToObj(i -> Value.ofVariable("V" + i, "#{B}"))
                .toList();
        values.forEach(value -> known.put(value, Value.EMPTY));

        assertThat(values.stream().filter(value -> known.get(value) != null).count())
                .isBetween(10_000L, 150_000L);
    }
}
