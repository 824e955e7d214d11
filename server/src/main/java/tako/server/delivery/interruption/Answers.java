package tako.server.delivery.interruption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.TaskQueue;
import tako.server.people.user.User;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.Slice;
import tools.jackson.databind.node.ObjectNode;

/**
 * Questions as people see them: read, taken and answered. Taking and answering are one transaction each: who may, the state by
 * compare-and-set, the event, and the wake-up of the task that waits.
 */
public final class Answers {
    /** The longest notes, in characters. */
    static final int LONGEST_NOTES = 20_000;

    private static final String VIEW = "InterruptionView";
    private static final String SUBMIT = "InterruptionSubmit";

    private final Engine engine;
    private final TaskQueue queue;
    private final ResponsiblePeople people;

    public Answers(Engine engine, TaskQueue queue, ResponsiblePeople people) {
        this.engine = engine;
        this.queue = queue;
        this.people = people;
    }

    /** What somebody says. */
    record Submission(Decision.Verdict verdict, String notes) {}

    /** Some questions of a space, the newest first. */
    Slice<InterruptionResource> list(Principal who, String space, InterruptionQuery query) {
        boolean all = reads(who, space);
        return engine.database().read(view -> {
            Responsibility.Candidate candidate = people.candidate(view, who, space, all);
            return InterruptionRows.list(view, space, query)
                    .map(question -> InterruptionResource.of(question, who.userId(), candidate));
        });
    }

    /** A question. @throws Problem 404 */
    InterruptionResource get(Principal who, String space, String id) {
        boolean all = reads(who, space);
        return engine.database().read(view -> resource(view, who, all, require(view, space, id)));
    }

    /** Who has taken responsibility. @throws Problem 404 while nobody has */
    ObjectNode responsible(Principal who, String space, String id) {
        reads(who, space);
        return engine.database()
                .read(view -> require(view, space, id)
                        .holder()
                        .map(holder -> user(view, who, holder.user()))
                        .orElseThrow(() -> Problem.of(
                                404,
                                "Nobody has taken responsibility for " + id + ". Take it with PUT …/" + id
                                        + "/responsible.")));
    }

    /**
     * Makes somebody responsible, also in place of somebody else; doing it again changes nothing.
     *
     * @return who is responsible now
     * @throws Problem 404; 403 naming who may; 409 when it is no longer open, or its time is over
     */
    ObjectNode take(Principal who, String space, String id) {
        return change(who, space, id, (tx, question) -> {
            if (!question.isHeldBy(who.userId())) {
                requireChanged(tx, id, InterruptionChanges.take(tx, question.id(), who.userId(), now()));
                told(tx, who, question, "Modified", taken(tx, who, question), Optional.empty());
            }
            return user(tx, who, who.userId());
        });
    }

    /**
     * Answers a question, once and for all, and lets its task go on.
     *
     * @throws Problem 404; 403 naming who may; 409 saying who answered what and when, or why it is closed, also from its deadline on; 400 for somebody who has not
     *     taken responsibility before
     */
    InterruptionResource submit(Principal who, String space, String id, Submission said) {
        boolean all = engine.permissions().holds(who, SUBMIT, space);
        return change(who, space, id, (tx, question) -> {
            requireHeld(tx, who, question);
            var answer = new Interruption.Answer(said.verdict(), said.notes(), people.person(tx, who));
            requireChanged(tx, id, InterruptionChanges.answer(tx, question.id(), answer, now()));
            told(tx, who, question, "InterruptionSubmitted", answered(tx, question, answer), Optional.of(answer));
            queue.wake(tx, question.about().task());
            return resource(tx, who, all, require(tx, space, id));
        });
    }

    private interface Change<T> {
        T make(Tx tx, Interruption question);
    }

    private <T> T change(Principal who, String space, String id, Change<T> change) {
        boolean all = engine.permissions().holds(who, SUBMIT, space);
        return engine.database().<T>write(tx -> {
            Interruption question = require(tx, space, id);
            if (!Responsibility.may(people.candidate(tx, who, space, all), question.teams())) {
                throw Problem.forbidden(Responsibility.refusal(people.teams(tx, space, question.teams())));
            }
            DecidedAlready.sentence(question, now()).ifPresent(sentence -> {
                throw Problem.conflict(sentence);
            });
            return change.make(tx, question);
        });
    }

    private void requireHeld(View view, Principal who, Interruption question) {
        if (question.isHeldBy(who.userId())) {
            return;
        }
        String holder = question.holder()
                .map(by -> people.person(view, by.user()).displayName() + " has taken responsibility for it since "
                        + WrittenTime.of(by.since()) + ".")
                .orElse("Nobody has taken responsibility for it yet.");
        throw Problem.invalid("You cannot answer " + question.id() + " yet. " + holder
                + " Take responsibility first, with PUT …/" + question.id() + "/responsible.");
    }

    /** Another transaction decided between: on a serialisable database it would be seen before, so this is the last word. */
    private static void requireChanged(View view, String id, boolean changed) {
        if (!changed) {
            throw Problem.conflict(InterruptionRows.find(view, id)
                    .flatMap(DecidedAlready::sentence)
                    .orElse(id + " has changed meanwhile. Read it again."));
        }
    }

    private String taken(View view, Principal who, Interruption question) {
        String before = question.holder()
                .map(holder -> " from " + people.person(view, holder.user()).displayName())
                .orElse("");
        return people.person(view, who).displayName()
                + (before.isEmpty() ? " took responsibility" : " took over responsibility" + before) + " for "
                + called(view, question);
    }

    private static String answered(View view, Interruption question, Interruption.Answer answer) {
        return answer.by().displayName() + " answered " + called(view, question) + " with "
                + answer.verdict().wireName()
                + (answer.notes().isBlank() ? "" : ": " + Excerpt.of(answer.notes()));
    }

    private static String called(View view, Interruption question) {
        return "'" + question.title() + "' of "
                + InterruptionRows.description(view, question.about().task());
    }

    private void told(
            Tx tx,
            Principal who,
            Interruption question,
            String category,
            String message,
            Optional<Interruption.Answer> answer) {
        Interruption.About about = question.about();
        List<String> regards = Stream.concat(Stream.of(question.id()), about.regards().stream())
                .toList();
        Optional<ObjectNode> after = answer.map(given -> json(question, given));
        engine.audit()
                .record(
                        tx,
                        who,
                        new AuditLog.Entry(category, about.space(), message, regards, Optional.empty(), after));
        InterruptionNotices.changed(engine, tx, about.space(), question.id(), about.task());
    }

    private ObjectNode json(Interruption question, Interruption.Answer answer) {
        return engine.mapper()
                .createObjectNode()
                .put("Id", question.id())
                .put("Title", question.title())
                .put("TaskId", question.about().task())
                .put("ResponsibleUserId", answer.by().id())
                .put("Result", answer.verdict().wireName())
                .put("Notes", answer.notes());
    }

    private boolean reads(Principal who, String space) {
        engine.permissions().require(who, VIEW, space);
        return engine.permissions().holds(who, SUBMIT, space);
    }

    private InterruptionResource resource(View view, Principal who, boolean all, Interruption question) {
        String space = question.about().space();
        return InterruptionResource.of(question, who.userId(), people.candidate(view, who, space, all));
    }

    private ObjectNode user(View view, Principal reader, String id) {
        return people.users()
                .documents()
                .byId(view, "", id)
                .map(user -> people.users().present(reader, user))
                .orElseGet(() -> absent(view, id));
    }

    /** The server itself, and accounts that are gone, have no document. */
    private ObjectNode absent(View view, String id) {
        Decision.Person person = people.person(view, id);
        User known = User.person(person.username(), person.displayName(), person.emailAddress());
        ObjectNode json = engine.mapper().valueToTree(known);
        return json.put("Id", id);
    }

    private static Interruption require(View view, String space, String id) {
        return InterruptionRows.find(view, id)
                .filter(question -> question.about().space().equals(space))
                .orElseThrow(() -> Problem.notFound(id));
    }

    private Instant now() {
        return Instant.ofEpochMilli(engine.clock().millis());
    }
}
