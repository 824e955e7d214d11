package tako.app.testdrive;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.app.client.Attendant;
import tako.app.client.OpenQuestion;
import tako.app.client.Questions;
import tako.app.client.Questions.Verdict;
import tako.app.client.RequestRefused;
import tako.app.client.ServerUnreachable;
import tako.app.testdrive.mail.Mailbox;
import tools.jackson.databind.JsonNode;

/**
 * Where whoever started the test drive hears of questions and mails, and is heard. A line counts for the question that was shown before it
 * was read; nothing is ever answered by itself.
 */
public final class Desk implements Attendant {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAUSES_BETWEEN_LOOKS = 4;
    private static final String NOTES = "Answered in the test drive.";
    private static final String HELP =
            "Type a letter and Enter: p proceeds with what waits, a aborts it, m shows all mails, Ctrl-C ends.";

    private final Questions questions;
    private final ShownMails mails;
    private final Watcher watcher;
    private final Answering answering;
    private final Map<String, OpenQuestion> shown = new LinkedHashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> ending = new LinkedHashSet<>();

    /** Mails that are there already are not shown again unless somebody asks. */
    public Desk(Questions questions, Mailbox mailbox, Watcher watcher, Answering answering) {
        this.questions = questions;
        this.mails = new ShownMails(mailbox, watcher);
        this.watcher = watcher;
        this.answering = answering;
    }

    /** Sees to a deployment of the test drive; leaves it when it waits and nobody is there to answer. */
    @Override
    public boolean attend(JsonNode task) {
        mails.showNew();
        hear();
        if (!task.path("HasPendingInterruptions").asBoolean(false)) {
            return true;
        }
        look();
        List<OpenQuestion> own = shown.values().stream()
                .filter(question -> question.task().equals(task.path("Id").asString()))
                .toList();
        answering
                .verdict()
                .ifPresent(verdict -> own.stream()
                        .filter(question -> tried.add(question.id()))
                        .forEach(question -> answer(question, verdict)));
        return own.isEmpty() || answering.verdict().isPresent() || answering.waits();
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

    /** Shows what is new, and answers the questions that were shown and are no longer open. */
    private List<OpenQuestion> look() {
        Map<String, OpenQuestion> open = new LinkedHashMap<>();
        questions.open().forEach(question -> open.put(question.id(), question));
        List<OpenQuestion> gone = shown.values().stream()
                .filter(question -> !open.containsKey(question.id()))
                .toList();
        gone.forEach(question -> shown.remove(question.id()));
        open.forEach((id, question) -> {
            if (shown.putIfAbsent(id, question) == null) {
                offer(question);
            }
        });
        return gone;
    }

    private void offer(OpenQuestion question) {
        watcher.say("");
        watcher.say("Waiting for an answer to " + question.title() + " (" + questions.task(question) + "):");
        question.block().forEach(watcher::say);
        watcher.say(questions.whoMay(question));
        if (!answering.waits()) {
            questions.howTo(question).forEach(watcher::say);
        }
        watcher.say(HELP);
    }

    private void hear() {
        Optional<String> line = answering.input().line();
        while (line.isPresent()) {
            heed(line.get().strip().toLowerCase(Locale.ROOT));
            line = answering.input().line();
        }
    }

    private void heed(String word) {
        switch (word) {
            case "" -> {}
            case "p" -> answerFirst(Verdict.PROCEED);
            case "a" -> answerFirst(Verdict.ABORT);
            case "m" -> mails.showAll();
            default -> watcher.say(HELP);
        }
    }

    private void answerFirst(Verdict verdict) {
        shown.values().stream()
                .filter(question -> !answered.contains(question.id()))
                .findFirst()
                .ifPresentOrElse(
                        question -> answer(question, verdict), () -> watcher.say("Nothing waits for an answer."));
    }

    private void answer(OpenQuestion question, Verdict verdict) {
        try {
            questions.answer(question, verdict, NOTES);
            answered.add(question.id());
            watcher.say(question.title() + " (" + questions.task(question) + "): "
                    + switch (verdict) {
                        case PROCEED -> "it proceeds.";
                        case ABORT -> "it is aborted.";
                    });
        } catch (RequestRefused refused) {
            watcher.say(String.valueOf(refused.getMessage()));
        }
    }
}
