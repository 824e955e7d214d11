package tako.app.testdrive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.app.client.Attendant;
import tako.app.client.OpenQuestion;
import tako.app.client.Questions;
import tako.app.client.Questions.Verdict;
import tako.app.client.RequestRefused;
import tako.app.client.ServerUnreachable;
import tako.app.testdrive.ShownQuestions.Meant;
import tako.app.testdrive.mail.Mailbox;
import tools.jackson.databind.JsonNode;

/**
 * Where whoever started the test drive hears of questions and mails, and is heard. A line counts for the question that was shown last before
 * it was typed, or for the one whose number it gives; nothing is ever answered by itself.
 */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAUSES_BETWEEN_LOOKS = 4;
    private static final String NOTES = "Answered in the test drive.";
    private static final String HELP =
            "Type a letter and Enter: p proceeds with what waits, a aborts it (p 2 or a 2 when several wait), m shows all mails,"
                    + " Ctrl-C ends.";
    private static final Pattern ANSWER = Pattern.compile("([pa])\\s*(\\d{1,9})?");

    private final Questions questions;
    private final ShownMails mails;
    private final Watcher watcher;
    private final Answering answering;
    private final ShownQuestions shown = new ShownQuestions();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> ending = new LinkedHashSet<>();

    /** Mails that are there already are not shown again unless somebody asks. */
    public Desk(Questions questions, Mailbox mailbox, Watcher watcher, Answering answering) {
        this.questions = questions;
        this.mails = new ShownMails(mailbox, watcher);
        this.watcher = watcher;
        this.answering = answering;
    }

    /** For a deployment that this process made: it is answered as the command line says. */
    Attendant ofOwn() {
        return task -> attend(task, answering.verdict());
    }

    /** For any other deployment, which only people answer. */
    Attendant ofOther() {
        return task -> attend(task, Optional.empty());
    }

    /** Leaves a task when it waits and nobody is there to answer. */
    private boolean attend(JsonNode task, Optional<Verdict> verdict) {
        mails.showNew();
        hear();
        if (!task.path("HasPendingInterruptions").asBoolean(false)) {
            return true;
        }
        look();
        List<OpenQuestion> waiting = shown.waiting().values().stream()
                .filter(question -> question.task().equals(task.path("Id").asString()))
                .toList();
        verdict.ifPresent(given -> waiting.stream()
                .filter(question -> tried.add(question.id()))
                .forEach(question -> answer(question, given)));
        return waiting.isEmpty() || verdict.isPresent() || answering.waits();
    }

    /** Shows the mails that came meanwhile. */
    void showMails() {
        mails.showNew();
    }

    /** Sees to whatever comes up, deployments of others included, until nobody watches any more. */
    public void serve() throws InterruptedException {
        int pauses = 0;
        do {
            mails.showNew();
            hear();
            if (pauses++ % PAUSES_BETWEEN_LOOKS == 0) {
                lookAgain();
            }
        } while (!watcher.stop().await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A server that cannot answer now is asked again. */
    private void lookAgain() {
        try {
            look().forEach(gone -> ending.add(gone.task()));
            ending.removeIf(task -> {
                Optional<String> end = questions.end(task);
                end.ifPresent(watcher::say);
                return end.isPresent();
            });
        } catch (RequestRefused | ServerUnreachable notNow) {
            LOG.warn("What waits for an answer cannot be seen now", notNow);
        }
    }

    /** Shows what is new, and returns the questions that were shown and are no longer open. */
    private List<OpenQuestion> look() {
        List<OpenQuestion> open = questions.open();
        List<OpenQuestion> gone = shown.retain(open);
        offer(open.stream().filter(shown::isNew).toList());
        return gone;
    }

    /** What was typed before is no answer to what is shown now. */
    private void offer(List<OpenQuestion> offered) {
        if (offered.isEmpty()) {
            return;
        }
        List<String> lines =
                offered.stream().flatMap(question -> text(question).stream()).toList();
        answering.input().forget();
        offered.forEach(shown::show);
        lines.forEach(watcher::say);
        choice().forEach(watcher::say);
        watcher.say(HELP);
    }

    private List<String> text(OpenQuestion question) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Waiting for an answer to " + name(question) + ":");
        lines.addAll(question.block());
        lines.add(questions.whoMay(question));
        if (!answering.waits()) {
            lines.addAll(questions.howTo(question));
        }
        return lines;
    }

    /** Which numbers there are to choose from, when several wait. */
    private List<String> choice() {
        SortedMap<Integer, OpenQuestion> waiting = shown.waiting();
        if (waiting.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Several wait for an answer. Say which one you mean, such as p " + waiting.lastKey() + ":");
        waiting.forEach((number, question) -> lines.add("  " + number + "  " + name(question)));
        return lines;
    }

    private String name(OpenQuestion question) {
        return question.title() + " (" + questions.task(question) + ")";
    }

    /** One line at a time: whoever types without end holds nothing up. */
    private void hear() {
        if (watcher.stop().getCount() > 0) {
            answering.input().line().ifPresent(line -> heed(line.strip().toLowerCase(Locale.ROOT)));
        }
    }

    private void heed(String words) {
        Matcher answer = ANSWER.matcher(words);
        if (answer.matches()) {
            Verdict verdict = answer.group(1).equals("p") ? Verdict.PROCEED : Verdict.ABORT;
            answer(shown.meant(Optional.ofNullable(answer.group(2)).map(Integer::valueOf)), verdict);
            return;
        }
        switch (words) {
            case "" -> {}
            case "m" -> mails.showAll();
            default -> watcher.say(HELP);
        }
    }

    private void answer(Meant meant, Verdict verdict) {
        switch (meant) {
            case Meant.One one -> answer(one.question(), verdict);
            case Meant.Nothing _ -> watcher.say("Nothing waits for an answer.");
            case Meant.Gone gone ->
                watcher.say("No question with the number " + gone.number() + " waits for an answer.");
            case Meant.Several _ -> choice().forEach(watcher::say);
            case Meant.NotShownLast other -> {
                watcher.say("Nothing is answered: what was shown last no longer waits, but this does.");
                offer(List.of(other.question()));
            }
        }
    }

    private void answer(OpenQuestion question, Verdict verdict) {
        try {
            questions.answer(question, verdict, NOTES);
            shown.answered(question);
            watcher.say(name(question) + ": "
                    + switch (verdict) {
                        case PROCEED -> "it proceeds.";
                        case ABORT -> "it is aborted.";
                    });
        } catch (RequestRefused refused) {
            watcher.say(String.valueOf(refused.getMessage()));
        }
    }
}
