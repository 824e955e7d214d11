package tako.server.people.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageReferenceTest {
    @Test
    void namesAreFoundInTheOrderOfTheMessage() {
        assertThat(MessageReference.in(
                        "Deploy Web release 1.0.0 to Dev",
                        Map.of(
                                "Environments-1",
                                "Dev",
                                "Releases-1",
                                "1.0.0",
                                "Projects-1",
                                "Web",
                                "Channels-1",
                                "Default")))
                .containsExactly(
                        new MessageReference("Projects-1", 7, 3),
                        new MessageReference("Releases-1", 19, 5),
                        new MessageReference("Environments-1", 28, 3));
    }

    @Test
    void aNameInsideAnotherOneIsNotMeant() {
        assertThat(MessageReference.in(
                        "Deploy Web Development to Dev",
                        Map.of("Projects-1", "Web Development", "Environments-1", "Dev")))
                .containsExactly(
                        new MessageReference("Projects-1", 7, 15), new MessageReference("Environments-1", 26, 3));
        assertThat(MessageReference.in("Devices were modified", Map.of("Environments-1", "Dev")))
                .isEmpty();
    }

    @Test
    void twoDocumentsOfOneNameTakeOnePlaceEach() {
        assertThat(MessageReference.in("Deploy Web to Web", Map.of("Projects-1", "Web", "Environments-1", "Web")))
                .extracting(MessageReference::startIndex)
                .containsExactly(7, 14);
    }
}
