package tako.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tako.bench.harness.Ratios.Pair;

class RatiosTest {
    @Test
    void aRatioIsOursDividedByTheOtherSideOfTheSamePair() {
        assertThat(Ratios.of(List.of(new Pair(50, 100), new Pair(30, 40))).values())
                .containsExactly(0.5, 0.75);
    }

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOneInOrderOfSize() {
        assertThat(new Ratios(List.of(9.0, 0.4, 0.6)).median()).isEqualTo(0.6);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(new Ratios(List.of(1.0, 9.0, 0.5, 0.25)).median()).isEqualTo(0.75);
    }

    @Test
    void theSpreadIsTheLeastAndTheGreatest() {
        Ratios ratios = new Ratios(List.of(0.7, 0.4, 0.9));

        assertThat(ratios.min()).isEqualTo(0.4);
        assertThat(ratios.max()).isEqualTo(0.9);
    }

    @Test
    void withoutPairsThereIsNoFigure() {
        assertThatThrownBy(() -> new Ratios(List.of())).hasMessageContaining("without pairs");
    }
}
