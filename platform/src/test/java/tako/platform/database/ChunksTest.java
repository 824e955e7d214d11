package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void aLongListIsTakenApartInItsOrderAndNothingIsLost() {
        List<Integer> all = IntStream.range(0, 2 * Chunks.SIZE + 1).boxed().toList();
        assertThat(Chunks.of(all).map(List::size)).containsExactly(Chunks.SIZE, Chunks.SIZE, 1);
        assertThat(Chunks.of(all).flatMap(List::stream)).isEqualTo(all);
        assertThat(Chunks.of(List.of())).isEmpty();
    }
}
