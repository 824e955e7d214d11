package tako.server.library.variableset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    @ParameterizedTest
    @CsvSource({
        "1024 2048 3072, 1024 2048 3072",
        "1024 3072, 1024 3072",
        "1024 2048 -1, 1024 2048 3072",
        "1024 -1 2048, 1024 1536 2048",
        "-1 1024, 511 1024",
        "3072 1024 2048, 511 1024 2048",
        "0 -1 1 2, 1024 2048 3072 4096",
        "2147483647 -1, 1024 2048"
    })
    void asFewAsPossibleMove(String old, String expected) {
        assertThat(Places.of(numbers(old))).isEqualTo(numbers(expected));
    }

    @Test
    void aNewSetHasRoomEverywhere() {
        assertThat(Places.of(Collections.nCopies(3, Places.NONE))).isEqualTo(List.of(1023, 2047, 3071));
        assertThat(Places.of(List.of())).isEmpty();
    }

    @Test
    void whateverIsMovedTheyRiseAndMovingOneWritesFew() {
        var random = new Random(3);
        List<Integer> places = Places.fresh(200);
        for (int round = 0; round < 300; round++) {
            List<Integer> moved = new ArrayList<>(places);
            Collections.rotate(moved.subList(random.nextInt(100), 100 + random.nextInt(100)), 1);

            List<Integer> after = Places.of(moved);

            assertThat(after).isSorted().doesNotHaveDuplicates();
            long written = IntStream.range(0, after.size())
                    .filter(index -> !after.get(index).equals(moved.get(index)))
                    .count();
            assertThat(written).isLessThan(100);
            places = after;
        }
    }

    @Test
    void aThousandAddedAtOnePlaceNumberOnlyTheirNeighboursAnew() {
        List<Integer> places = Places.fresh(10_000);
        long written = 0;
        for (int round = 0; round < 1000; round++) {
            List<Integer> added = new ArrayList<>(places);
            added.add(5_000, Places.NONE);

            places = Places.of(added);

            assertThat(places).isSorted().doesNotHaveDuplicates();
            for (int index = 0; index < added.size(); index++) {
                written += places.get(index).equals(added.get(index)) ? 0 : 1;
            }
        }
        assertThat(written).isLessThan(1000 * 30);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
