package tako.bench.writes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitGroupsTest {
    @Test
    void anAverageOfOneCommitsEachDocument() {
        assertThat(commits(1, 100)).isEqualTo(100);
    }

    @Test
    void aWholeAverageMakesEqualGroups() {
        CommitGroups groups = new CommitGroups(4);

        assertThat(IntStream.range(0, 12).filter(groups::endsAfter)).containsExactly(3, 7, 11);
    }

    @Test
    void anyOtherAverageIsMetOnTheWhole() {
        assertThat(commits(7.5, 15_000)).isEqualTo(2_000);
        assertThat(commits(12.8, 12_800)).isEqualTo(1_000);
    }

    private static long commits(double average, int documents) {
        CommitGroups groups = new CommitGroups(average);
        return IntStream.range(0, documents).filter(groups::endsAfter).count();
    }
}
