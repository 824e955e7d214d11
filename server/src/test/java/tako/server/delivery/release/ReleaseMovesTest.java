package tako.server.delivery.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every move between two states of a release. */
class ReleaseMovesTest {
    @Test
    @Tag("rule:defect.states-of-a-release")
    void aReleaseIsBlockedLetGoOnAndDeletedAndNothingElse() {
        List<String> allowed = new ArrayList<>();
        for (ReleaseState from : ReleaseState.values()) {
            for (ReleaseState to : ReleaseState.values()) {
                if (ReleaseMoves.allowed(from, to)) {
                    allowed.add(from + " " + to);
                }
            }
        }

        assertThat(allowed).containsExactly("OPEN BLOCKED", "OPEN DELETED", "BLOCKED OPEN", "BLOCKED DELETED");
    }

    @Test
    void eachMoveIsInTheTableOnceWithItsPermissionAndReason() {
        assertThat(ReleaseMoves.ALLOWED)
                .extracting(move -> move.from() + " " + move.to())
                .doesNotHaveDuplicates();
        assertThat(ReleaseMoves.ALLOWED).allSatisfy(move -> {
            assertThat(move.permission()).isNotBlank();
            assertThat(move.why()).isNotBlank();
        });
    }
}
