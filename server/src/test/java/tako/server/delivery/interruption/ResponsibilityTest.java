package tako.server.delivery.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.delivery.interruption.Responsibility.Candidate;
import tako.server.delivery.interruption.Responsibility.Team;

class ResponsibilityTest {
    private static final List<Boolean> EITHER = List.of(true, false);
    private static final List<List<String>> RESPONSIBLE = List.of(
            List.of(),
            List.of("Teams-1"),
            List.of("Teams-2"),
            List.of("Teams-2", "Teams-1"),
            List.of("teams-everyone"));

    /** Every kind of person against every kind of question, by a rule that is written another way. */
    @Test
    @Tag("rule:interruption.who-may-answer")
    void active_holders_of_the_permission_and_active_members_of_a_responsible_team_may() {
        for (boolean active : EITHER) {
            for (boolean submitsAll : EITHER) {
                for (Set<String> in : List.of(Set.<String>of(), Set.of("teams-1"), Set.of("teams-1", "teams-9"))) {
                    for (List<String> responsible : RESPONSIBLE) {
                        boolean isIn = !in.isEmpty() && responsible.contains("Teams-1");
                        boolean byTeam = isIn || responsible.contains("teams-everyone");
                        boolean expected = active && (submitsAll || byTeam);
                        assertThat(Responsibility.may(new Candidate(active, submitsAll, in), responsible))
                                .as("%s %s %s %s", active, submitsAll, in, responsible)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    @Tag("rule:interruption.no-team-means-administrators")
    void without_responsible_teams_only_holders_of_the_permission_may() {
        assertThat(Responsibility.may(new Candidate(true, false, Set.of("teams-1", "teams-everyone")), List.of()))
                .isFalse();
        assertThat(Responsibility.may(new Candidate(true, true, Set.of()), List.of()))
                .isTrue();
        assertThat(Responsibility.refusal(List.of()))
                .isEqualTo(
                        "Only administrators may answer this intervention, because its step names no responsible teams.");
    }

    @Test
    @Tag("rule:interruption.inactive-never")
    void whoever_is_disabled_may_not_whatever_they_hold() {
        assertThat(Responsibility.may(
                        new Candidate(false, true, Set.of("teams-1")), List.of("Teams-1", "teams-everyone")))
                .isFalse();
    }

    @Test
    @Tag("rule:interruption.refusal-names-who-may")
    void a_refusal_names_the_teams_and_their_members_if_they_are_few() {
        var stakeholders = new Team("Teams-1", "Stakeholders", true, List.of("Grace", "Linus"));
        var testers = new Team("Teams-2", "Testers", true, List.of("A", "B", "C", "D", "E", "F"));
        var gone = new Team("Teams-3", "Teams-3", false, List.of());
        assertThat(Responsibility.refusal(List.of(stakeholders)))
                .isEqualTo(
                        "Only members of Stakeholders (Grace, Linus), or administrators, may answer this intervention.");
        assertThat(Responsibility.refusal(List.of(stakeholders, testers, gone)))
                .isEqualTo("Only members of Stakeholders (Grace, Linus), Testers or Teams-3 (which is gone), or"
                        + " administrators, may answer this intervention.");
    }

    @Test
    @Tag("rule:interruption.nobody-may-answer-is-told")
    void it_is_told_when_no_responsible_team_has_anybody() {
        var empty = new Team("Teams-1", "Stakeholders", true, List.of());
        var gone = new Team("Teams-3", "Teams-3", false, List.of());
        var everyone = new Team("teams-everyone", "Everyone", true, List.of());
        var testers = new Team("Teams-2", "Testers", true, List.of("Grace"));
        assertThat(Responsibility.unanswerable(List.of(empty, gone)))
                .contains(
                        "Nobody who could answer is in Stakeholders or Teams-3 (which is gone). Add a member, or let an"
                                + " administrator answer.");
        assertThat(Responsibility.unanswerable(List.of(empty, testers))).isEmpty();
        assertThat(Responsibility.unanswerable(List.of(empty, everyone))).isEmpty();
        assertThat(Responsibility.unanswerable(List.of())).isEmpty();
    }
}
