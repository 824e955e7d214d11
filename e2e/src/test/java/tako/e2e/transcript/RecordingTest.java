package tako.e2e.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

/** The recordings themselves, without a server. */
class RecordingTest {
    static final List<String> RECORDINGS = TranscriptReplayTest.RECORDINGS;

    @Test
    void reads_a_call_with_its_command_and_body() {
        assertThat(Recording.calls("octopus-cli-1"))
                .filteredOn(call -> call.line() == 72)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.section()).isEqualTo("octopus project create");
                    assertThat(call.name()).isEqualTo("octopus-cli-1:72 POST /api/Spaces-1/projects");
                    assertThat(call.status()).isEqualTo(201);
                    assertThat(call.body().orElse("")).startsWith("{").contains("\"Name\":\"P1\"");
                });
    }

    @Test
    void finds_calls_behind_what_was_printed_on_the_same_line() {
        assertThat(Recording.calls("octopus-cli-1"))
                .filteredOn(call -> call.section().equals("octopus release progression prevent"))
                .hasSize(10);
    }

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void every_body_that_is_replayed_is_json(String recording) {
        var mapper = new JsonMapper();
        assertThat(Recording.calls(recording))
                .filteredOn(call -> LeftOut.reason(call).isEmpty())
                .extracting(RecordedCall::body)
                .flatExtracting(body -> body.stream().toList())
                .allSatisfy(body -> assertThat(mapper.readTree(body).isObject()).isTrue());
    }

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void most_calls_are_replayed(String recording) {
        var calls = Recording.calls(recording);
        var replayed =
                calls.stream().map(LeftOut::reason).filter(Optional::isEmpty).count();

        assertThat(replayed).isGreaterThan(calls.size() / 2);
    }

    @Test
    void every_entry_of_the_list_leaves_something_out() {
        var calls = RECORDINGS.stream()
                .flatMap(recording -> Recording.calls(recording).stream())
                .toList();

        assertThat(LeftOut.ALL).allMatch(entry -> calls.stream().anyMatch(entry::covers));
    }

    @Test
    void every_kind_of_answer_has_members_that_a_client_reads() {
        var reads = ClientReads.all();

        assertThat(RECORDINGS.stream().flatMap(recording -> Recording.calls(recording).stream()))
                .filteredOn(call -> LeftOut.reason(call).isEmpty())
                .filteredOn(
                        call -> ExpectedStatus.of(call) < 300 && !call.method().equals("DELETE"))
                .allMatch(call -> reads.stream().anyMatch(entry -> entry.covers(call)), "is in reads.txt");
    }

    @Test
    void replaces_whole_words_by_what_they_are_called_here() {
        var names = new Names()
                .with("Projects-1", () -> "Projects-7")
                .with("variableset-Projects-1", () -> "variableset-Projects-8")
                .with("<uuid>", () -> "$1");

        assertThat(names.in("/Projects-1/Projects-12/variableset-Projects-1?x=Projects-1,<uuid>"))
                .isEqualTo("/Projects-7/Projects-12/variableset-Projects-8?x=Projects-7,$1");
    }
}
