package tako.server.delivery.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tako.server.delivery.interruption.InterruptionFixture.ADA;
import static tako.server.delivery.interruption.InterruptionFixture.GIL;
import static tako.server.delivery.interruption.InterruptionFixture.GRACE;
import static tako.server.delivery.interruption.InterruptionFixture.LINUS;
import static tako.server.delivery.interruption.InterruptionFixture.SPACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.ManualClock;
import tako.platform.task.TaskState;
import tako.server.WireMapper;
import tako.server.delivery.interruption.Decision.Verdict;
import tako.server.projects.process.Action;

/** Questions and their answers, on every database. */
abstract class InterruptionsContract {
    private static final InterruptionQuery ALL = new InterruptionQuery(List.of(), List.of(), false, 0, 30);

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private final ManualClock clock = new ManualClock();
    private InterruptionFixture here;

    abstract FreshDatabase fresh();

    @BeforeEach
    void people() {
        here = new InterruptionFixture(fresh.database(), clock).peopled();
        here.events.clear();
    }

    private InterruptionResource submit(Principal who, String id, Verdict verdict, String notes) {
        return here.answers.submit(who, SPACE, id, new Answers.Submission(verdict, notes));
    }

    private void take(Principal who, String id) {
        here.answers.take(who, SPACE, id);
    }

    private static Problem refused(Runnable act) {
        return catchThrowableOfType(Problem.class, act::run);
    }

    @Test
    @Tag("rule:interruption.raised")
    void a_question_is_put_with_its_event_and_notices_and_waits_thirty_days() {
        String task = here.task();
        Questions.Asked asked = here.ask(task, "item-1", List.of("Teams-1"), Optional.empty());

        assertThat(asked.id()).isEqualTo("Interruptions-1");
        assertThat(asked.deadline()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(here.decision(asked.id())).isEmpty();
        assertThat(here.messages("ManualInterventionInterruptionRaised"))
                .containsExactly(
                        "'Deployment Sign Off' waits for an answer in Deploy Random Quotes release 1.2.3 to Test");
        assertThat(here.events.getFirst().regards())
                .containsExactlyInAnyOrder(
                        asked.id(), task, "Deployments-1", "Projects-1", "Environments-2", "Releases-1");
        assertThat(here.notices).endsWith("Interruption " + asked.id(), "ServerTask " + task);
    }

    @Test
    @Tag("rule:interruption.asked-once")
    void the_same_asking_asks_once_also_after_a_restart() {
        String task = here.task();
        Questions.Asked first = here.ask(task, "item-1", List.of("Teams-1"), Optional.of(Duration.ofHours(1)));
        clock.advance(Duration.ofMinutes(30));

        assertThat(here.ask(task, "item-1", List.of(), Optional.empty())).isEqualTo(first);
        var restarted = new InterruptionFixture(fresh.database(), clock);
        assertThat(restarted.ask(task, "item-1", List.of("Teams-1"), Optional.empty()))
                .isEqualTo(first);
        assertThat(here.messages("ManualInterventionInterruptionRaised")).hasSize(1);
        assertThat(restarted.events).isEmpty();
        assertThat(here.ask(task, "item-2", List.of(), Optional.empty()).id()).isNotEqualTo(first.id());
    }

    @Test
    @Tag("rule:interruption.take-then-answer")
    void whoever_answers_has_taken_responsibility_first() {
        String id = here.asked();
        Problem tooEarly = refused(() -> submit(GRACE, id, Verdict.PROCEED, ""));
        assertThat(tooEarly.status()).isEqualTo(400);
        assertThat(tooEarly.errors().getFirst())
                .contains("Nobody has taken responsibility", "PUT …/" + id + "/responsible");

        take(GRACE, id);
        InterruptionResource answered = submit(GRACE, id, Verdict.PROCEED, "Looks good");

        assertThat(answered.isPending()).isFalse();
        assertThat(answered.state()).isEqualTo("Answered");
        assertThat(here.decision(id))
                .contains(new Decision.Answered(
                        Verdict.PROCEED,
                        "Looks good",
                        new Decision.Person("Users-grace", "grace", "Grace", "grace@example.org")));
        assertThat(here.messages("Modified"))
                .containsExactly(
                        "Grace took responsibility for 'Deployment Sign Off' of Deploy Random Quotes release 1.2.3 to Test");
        assertThat(here.messages("InterruptionSubmitted"))
                .containsExactly(
                        "Grace answered 'Deployment Sign Off' of Deploy Random Quotes release 1.2.3 to Test with"
                                + " Proceed: Looks good");
        assertThat(here.events.getLast().after().orElseThrow().path("Notes").asString())
                .isEqualTo("Looks good");
    }

    @Test
    @Tag("rule:interruption.take-over")
    void responsibility_is_taken_over_and_then_only_the_new_holder_answers() {
        String id = here.asked();
        take(GRACE, id);
        take(GRACE, id);
        take(LINUS, id);

        assertThat(here.messages("Modified"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Linus took over responsibility from Grace");
        Problem notHers = refused(() -> submit(GRACE, id, Verdict.PROCEED, ""));
        assertThat(notHers.status()).isEqualTo(400);
        assertThat(notHers.errors().getFirst()).contains("Linus has taken responsibility");
        submit(LINUS, id, Verdict.ABORT, "");
        assertThat(here.decision(id)).get().extracting("verdict").isEqualTo(Verdict.ABORT);
    }

    @Test
    @Tag("rule:interruption.refusal-names-who-may")
    void others_are_refused_with_the_names_of_those_who_may() {
        String id = here.asked();
        for (Runnable act : List.<Runnable>of(() -> take(GIL, id), () -> submit(GIL, id, Verdict.PROCEED, ""))) {
            Problem refusal = refused(act);
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.getMessage()).contains("Stakeholders (Grace, Linus)", "administrators");
        }
        assertThat(here.answers.get(GIL, SPACE, id).canTakeResponsibility()).isFalse();
        assertThat(here.answers.get(GRACE, SPACE, id).canTakeResponsibility()).isTrue();
        assertThat(here.decision(id)).isEmpty();
    }

    @Test
    @Tag("rule:interruption.administrators-may")
    void administrators_answer_everything() {
        String id = here.ask(here.task(), "k", List.of("Teams-gone"), Optional.empty())
                .id();
        assertThat(refused(() -> take(GRACE, id)).getMessage()).contains("Teams-gone (which is gone)");
        take(ADA, id);
        assertThat(submit(ADA, id, Verdict.PROCEED, "").hasResponsibility()).isTrue();
    }

    @Test
    @Tag("rule:interruption.inactive-never")
    void a_member_who_is_disabled_or_has_left_after_taking_answers_no_more() {
        String id = here.asked();
        take(GRACE, id);
        here.disable("grace");
        assertThat(refused(() -> submit(GRACE, id, Verdict.PROCEED, "")).status())
                .isEqualTo(403);
        take(LINUS, id);
        here.removeTeam("Teams-1");
        assertThat(refused(() -> submit(LINUS, id, Verdict.PROCEED, "")).status())
                .isEqualTo(403);
        assertThat(here.decision(id)).isEmpty();
    }

    @Test
    void everyone_means_every_user() {
        String id = here.ask(here.task(), "k", List.of("teams-everyone"), Optional.empty())
                .id();
        take(GIL, id);
        assertThat(submit(GIL, id, Verdict.PROCEED, "").isPending()).isFalse();
    }

    @Test
    @Tag("rule:interruption.answer-wakes-once")
    void an_answer_wakes_the_parked_task_and_counts_once_also_after_a_restart() {
        String task = here.task();
        String id = here.ask(task, "k", List.of("Teams-1"), Optional.empty()).id();
        here.parked(id);
        take(GRACE, id);
        submit(GRACE, id, Verdict.PROCEED, "");

        assertThat(state(task)).isEqualTo(TaskState.QUEUED);
        var restarted = new InterruptionFixture(fresh.database(), clock);
        assertThat(restarted.decision(id)).get().isInstanceOf(Decision.Answered.class);
        Problem again = catchThrowableOfType(
                Problem.class,
                () -> restarted.answers.submit(GRACE, SPACE, id, new Answers.Submission(Verdict.ABORT, "")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.getMessage()).contains("Grace has answered", "Proceed", "1 January 2030, 00:00 UTC");
    }

    private TaskState state(String task) {
        return here.database
                .read(view -> here.queue.find(view, task).orElseThrow())
                .state();
    }

    @Test
    @Tag("rule:interruption.expires-never-approves")
    void an_overdue_question_expires_and_nobody_can_answer_it_then() {
        String id = here.ask(here.task(), "k", List.of("Teams-1"), Optional.of(Duration.ofMinutes(10)))
                .id();
        take(GRACE, id);
        here.expire(id);
        assertThat(here.decision(id)).as("not due yet").isEmpty();

        clock.advance(Duration.ofMinutes(10));
        here.expire(id);
        here.expire(id);

        assertThat(here.decision(id)).contains(new Decision.Expired(clock.instant()));
        Problem late = refused(() -> submit(GRACE, id, Verdict.PROCEED, ""));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.getMessage()).contains("until 1 January 2030, 00:10 UTC", "expired");
        assertThat(refused(() -> take(LINUS, id)).status()).isEqualTo(409);
        assertThat(here.messages("Modified"))
                .filteredOn(message -> message.contains("expired"))
                .hasSize(1);
    }

    @Test
    @Tag("rule:interruption.withdrawn-with-its-task")
    void the_end_of_the_task_withdraws_what_is_open_and_nothing_else() {
        String task = here.task();
        String open = here.ask(task, "a", List.of("Teams-1"), Optional.empty()).id();
        String answered =
                here.ask(task, "b", List.of("Teams-1"), Optional.empty()).id();
        take(GRACE, answered);
        submit(GRACE, answered, Verdict.ABORT, "No");

        here.database.change(tx -> here.questions.withdraw(tx, task));

        assertThat(here.decision(open)).contains(new Decision.Withdrawn());
        assertThat(here.decision(answered)).get().isInstanceOf(Decision.Answered.class);
        Problem late = refused(() -> take(GRACE, open));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.getMessage()).contains("withdrawn");
    }

    @Test
    @Tag("rule:interruption.one-answer-wins")
    void of_two_answers_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = here.ask(here.task(), "round-" + round, List.of("Teams-1"), Optional.empty())
                    .id();
            take(GRACE, id);
            here.events.clear();
            List<Optional<Problem>> ends = together(List.of(
                    () -> submit(GRACE, id, Verdict.PROCEED, "fine"), () -> submit(GRACE, id, Verdict.ABORT, "bad")));
            List<Problem> lost = ends.stream().flatMap(Optional::stream).toList();
            assertThat(lost).hasSize(1);
            assertThat(lost.getFirst().status()).isEqualTo(409);
            assertThat(lost.getFirst().getMessage()).startsWith("Grace has answered");
            boolean proceeded = ends.getFirst().isEmpty();
            assertThat(here.decision(id))
                    .get()
                    .extracting("verdict")
                    .isEqualTo(proceeded ? Verdict.PROCEED : Verdict.ABORT);
            assertThat(here.messages("InterruptionSubmitted")).hasSize(1);
        }
    }

    @Test
    @Tag("rule:interruption.one-answer-wins")
    void of_two_people_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = here.ask(here.task(), "round-" + round, List.of("Teams-1"), Optional.empty())
                    .id();
            here.events.clear();
            List<Optional<Problem>> ends = together(List.of(
                    () -> takeAndSubmit(GRACE, id, Verdict.PROCEED), () -> takeAndSubmit(LINUS, id, Verdict.ABORT)));
            List<Problem> lost = ends.stream().flatMap(Optional::stream).toList();
            assertThat(lost).hasSize(1);
            assertThat(lost.getFirst().status()).isIn(400, 409);
            assertThat(
                            lost.getFirst().status() == 400
                                    ? lost.getFirst().errors().getFirst()
                                    : lost.getFirst().getMessage())
                    .containsAnyOf("Grace has", "Linus has");
            assertThat(here.messages("InterruptionSubmitted")).hasSize(1);
        }
    }

    private InterruptionResource takeAndSubmit(Principal who, String id, Verdict verdict) {
        take(who, id);
        return submit(who, id, verdict, "");
    }

    @Test
    @Tag("rule:interruption.expires-never-approves")
    void of_an_answer_and_the_deadline_at_the_same_moment_the_deadline_decides() throws Exception {
        for (int round = 0; round < 10; round++) {
            String id = here.ask(here.task(), "round-" + round, List.of("Teams-1"), Optional.of(Duration.ofMinutes(1)))
                    .id();
            take(GRACE, id);
            clock.advance(Duration.ofMinutes(1));
            List<Optional<Problem>> ends = together(List.of(() -> submit(GRACE, id, Verdict.PROCEED, ""), () -> {
                here.expire(id);
                return "";
            }));
            assertThat(ends.get(1)).isEmpty();
            assertThat(here.decision(id)).get().isInstanceOf(Decision.Expired.class);
            assertThat(ends.getFirst())
                    .hasValueSatisfying(late -> assertThat(late.getMessage()).contains("expired"));
        }
    }

    @Test
    @Tag("rule:interruption.expires-never-approves")
    void after_the_deadline_nobody_answers_also_while_the_task_has_not_noticed() {
        String id = here.ask(here.task(), "k", List.of("Teams-1"), Optional.of(Duration.ofMinutes(10)))
                .id();
        take(GRACE, id);
        clock.advance(Duration.ofMinutes(10));

        for (Runnable act : List.<Runnable>of(() -> submit(GRACE, id, Verdict.PROCEED, ""), () -> take(LINUS, id))) {
            Problem late = refused(act);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.getMessage()).contains("its time was over at 1 January 2030, 00:10 UTC");
        }
        assertThat(here.decision(id)).isEmpty();
        here.expire(id);
        assertThat(here.decision(id)).contains(new Decision.Expired(clock.instant()));
    }

    @Test
    @Tag("rule:interruption.gone-team-widens-nothing")
    void a_team_of_another_space_lets_nobody_answer_also_by_its_id() {
        here.team("Teams-3", "Elsewhere", "Spaces-2", "gil");
        here.team("Teams-4", "Here", SPACE, "grace");
        String id = here.ask(here.task(), "k", List.of("Teams-3", "Teams-4"), Optional.empty())
                .id();

        assertThat(here.answers.get(GIL, SPACE, id).canTakeResponsibility()).isFalse();
        assertThat(refused(() -> take(GIL, id)).getMessage())
                .contains("Teams-3 (which is gone) or Here (Grace)")
                .doesNotContain("Gil");
        take(GRACE, id);
        assertThat(submit(GRACE, id.toLowerCase(Locale.ROOT), Verdict.PROCEED, "")
                        .isPending())
                .isFalse();
    }

    /** Runs all at once; what each was refused with. */
    private static List<Optional<Problem>> together(List<Supplier<Object>> acts) throws Exception {
        var start = new CyclicBarrier(acts.size());
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            List<Callable<Object>> calls = acts.stream()
                    .<Callable<Object>>map(act -> () -> {
                        start.await();
                        return act.get();
                    })
                    .toList();
            List<Optional<Problem>> ends = new ArrayList<>();
            for (Future<Object> end : threads.invokeAll(calls)) {
                ends.add(problem(end));
            }
            return ends;
        }
    }

    private static Optional<Problem> problem(Future<Object> end) throws InterruptedException {
        try {
            end.get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Problem problem) {
                return Optional.of(problem);
            }
            throw new AssertionError(failed.getCause());
        }
    }

    @Test
    void lists_are_filtered_and_show_the_newest_first() {
        String task = here.task();
        String first = here.ask(task, "a", List.of("Teams-1"), Optional.empty()).id();
        String second = here.ask(here.task(), "b", List.of(), Optional.empty()).id();
        take(GRACE, first);
        submit(GRACE, first, Verdict.PROCEED, "");

        assertThat(ids(ALL)).containsExactly(second, first);
        assertThat(ids(new InterruptionQuery(List.of(), List.of(), true, 0, 30)))
                .containsExactly(second);
        assertThat(ids(new InterruptionQuery(List.of(), List.of(task.toLowerCase(Locale.ROOT)), false, 0, 30)))
                .containsExactly(first);
        assertThat(ids(new InterruptionQuery(List.of(), List.of("projects-1"), false, 1, 1)))
                .containsExactly(first);
        assertThat(ids(new InterruptionQuery(List.of(first), List.of("Projects-2"), false, 0, 30)))
                .isEmpty();
        assertThat(here.answers.list(GIL, "Spaces-2", ALL).total()).isZero();
        assertThat(refused(() -> here.answers.get(GIL, "Spaces-2", first)).status())
                .isEqualTo(404);
    }

    private List<String> ids(InterruptionQuery query) {
        return here.answers.list(GIL, SPACE, query).items().stream()
                .map(InterruptionResource::id)
                .toList();
    }

    @Test
    @Tag("rule:interruption.gone-team-widens-nothing")
    void teams_are_found_by_id_slug_or_name_and_what_is_gone_stays_named() {
        here.team("Teams-2", "Testers", SPACE, "gil");
        here.team("Teams-3", "Elsewhere", "Spaces-2", "gil");
        here.team("Teams-4", "Empty", SPACE);
        var found = here.database.read(
                view -> here.named.find(view, SPACE, List.of("teams-1", "testers", "Elsewhere", "Nobody")));
        assertThat(found.ids()).containsExactly("Teams-1", "Teams-2", "Elsewhere", "Nobody");
        assertThat(found.warnings()).hasSize(2).allMatch(warning -> warning.contains("is not there any more"));
        assertThat(here.database
                        .read(view -> here.named.find(view, SPACE, List.of("Empty", "Nobody")))
                        .warnings())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Nobody who could answer is in Empty or Nobody (which is gone).");
        here.team("Teams-5", "Testers", null, "ada");
        List<String> unknown =
                here.database.read(view -> here.named.unknown(view, SPACE, List.of("Testers", "Teams-5")));
        assertThat(unknown).as("a name that two teams have").containsExactly("Testers");
    }

    @Test
    @Tag("rule:interruption.unknown-team-refused-at-save")
    void a_process_that_names_an_unknown_team_is_refused_with_step_and_field() {
        String key = "Octopus.Action.Manual.ResponsibleTeamIds";
        var check = new NamedTeams(here.named, Map.of(key, "Responsible teams"));
        assertThat(problems(check, key, "Teams-1, Stakeholders, #{Approvers}")).isEmpty();
        assertThat(problems(check, key, "")).isEmpty();
        assertThat(problems(check, "Other.Key", "Teams-9")).isEmpty();
        assertThat(problems(check, key, "Teams-1,Teams-9"))
                .singleElement()
                .asString()
                .startsWith("Step 'Sign off', Responsible teams (" + key + "): 'Teams-9' is no team");
    }

    private List<String> problems(NamedTeams check, String key, String teams) {
        String json = "{\"Name\": \"Sign off\", \"ActionType\": \"Octopus.Manual\", \"Properties\": {\"" + key
                + "\": \"" + teams + "\"}}";
        Action action = WireMapper.mapper().readValue(json, Action.class);
        return here.database.read(view -> check.problems(view, SPACE, "Step 'Sign off'", action));
    }

    @Test
    void the_questions_of_a_space_go_with_it() {
        here.asked();
        here.database.change(tx -> SpaceInterruptions.contents().clear(tx, "Spaces-2"));
        assertThat(ids(ALL)).hasSize(1);
        here.database.change(tx -> SpaceInterruptions.contents().clear(tx, SPACE));
        assertThat(ids(ALL)).isEmpty();
        here.database.change(tx -> tx.update("delete from task_subject").execute());
        assertThat(here.database.<Integer>write(
                        tx -> tx.update("delete from task").execute()))
                .isEqualTo(1);
    }
}
