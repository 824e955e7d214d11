package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void anEmptyDatabaseIsMigratedInOrder() {
        assertThat(schema(List.of(1, 2, 100), List.of()).reachesBack()).isFalse();
    }

    @Test
    void whatComesAfterTheNewestIsInOrder() {
        assertThat(schema(List.of(1, 100, 110), List.of(1, 100)).reachesBack()).isFalse();
    }

    @Test
    void theNextOfAModuleWithLowerNumbersReachesBack() {
        assertThat(schema(List.of(1, 2, 100), List.of(1, 100)).reachesBack()).isTrue();
    }

    private static Schema schema(List<Integer> known, List<Integer> applied) {
        return new Schema(new TreeSet<>(known), new TreeSet<>(applied));
    }
}
