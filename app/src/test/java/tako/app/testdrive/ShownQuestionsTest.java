package tako.app.testdrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.app.client.OpenQuestion;
import tako.app.testdrive.ShownQuestions.Meant;

/** An answer is for the question that somebody read, or for none. */
class ShownQuestionsTest {
    private static final OpenQuestion TEST = question("interruptions-1");
    private static final OpenQuestion PROD = question("interruptions-2");

    private final ShownQuestions shown = new ShownQuestions();

    @Test
    void beforeOneIsShownNothingIsMeant() {
        assertThat(shown.meant(Optional.empty())).isEqualTo(new Meant.Nothing());
        assertThat(shown.meant(Optional.of(1))).isEqualTo(new Meant.Nothing());
    }

    @Test
    void theOnlyOneNeedsNoNumber() {
        shown.show(TEST);

        assertThat(shown.meant(Optional.empty())).isEqualTo(new Meant.One(TEST));
        assertThat(shown.meant(Optional.of(1))).isEqualTo(new Meant.One(TEST));
    }

    @Test
    void ofSeveralOneIsMeantByItsNumberOnly() {
        shown.show(TEST);
        shown.show(PROD);

        assertThat(shown.meant(Optional.empty())).isEqualTo(new Meant.Several());
        assertThat(shown.meant(Optional.of(2))).isEqualTo(new Meant.One(PROD));
        assertThat(shown.meant(Optional.of(3))).isEqualTo(new Meant.Gone(3));
    }

    @Test
    void anotherThanTheLastShownIsMeantOnlyWhenItWasShownAgain() {
        shown.show(TEST);
        shown.show(PROD);
        assertThat(shown.retain(List.of(TEST))).containsExactly(PROD);

        assertThat(shown.meant(Optional.empty())).isEqualTo(new Meant.NotShownLast(TEST));

        shown.show(TEST);
        assertThat(shown.meant(Optional.empty())).isEqualTo(new Meant.One(TEST));
    }

    @Test
    void theNumberOfOneThatIsGoneMeansNoOther() {
        shown.show(TEST);
        shown.retain(List.of());
        shown.show(PROD);

        assertThat(shown.meant(Optional.of(1))).isEqualTo(new Meant.Gone(1));
        assertThat(shown.meant(Optional.of(2))).isEqualTo(new Meant.One(PROD));
    }

    @Test
    void whatWasAnsweredHereIsNeitherMeantNorNewAndIsReportedWhenItIsGone() {
        shown.show(TEST);
        shown.answered(TEST);

        assertThat(shown.meant(Optional.empty())).isEqualTo(new Meant.Nothing());
        assertThat(shown.isNew(TEST)).isFalse();
        assertThat(shown.retain(List.of(TEST))).isEmpty();
        assertThat(shown.retain(List.of())).containsExactly(TEST);
    }

    private static OpenQuestion question(String id) {
        return new OpenQuestion(id, "tasks-1", "Sign Off", "", List.of());
    }
}
