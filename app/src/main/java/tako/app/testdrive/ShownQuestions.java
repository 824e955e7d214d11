package tako.app.testdrive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tako.app.client.OpenQuestion;

/**
 * The questions that were shown and still wait for an answer, and which of them somebody means. Each has a number that never becomes another
 * one's, so what was typed for a question that is gone answers nothing else.
 */
final class ShownQuestions {
    private final NavigableMap<Integer, OpenQuestion> waiting = new TreeMap<>();
    private final Set<OpenQuestion> answered = new HashSet<>();
    private int numbers;
    private int last;

    /** Which question somebody means who gives a number, or none. */
    sealed interface Meant {
        /** This one. */
        record One(OpenQuestion question) implements Meant {}

        /** Nothing waits for an answer. */
        record Nothing() implements Meant {}

        /** None that waits has this number. */
        record Gone(int number) implements Meant {}

        /** Several wait, and no number was given. */
        record Several() implements Meant {}

        /** One waits, but another one was shown after it. */
        record NotShownLast(OpenQuestion question) implements Meant {}
    }

    /** Takes out those that are no longer open, and returns them, those that were answered here included. */
    List<OpenQuestion> retain(List<OpenQuestion> open) {
        Set<String> ids = open.stream().map(OpenQuestion::id).collect(Collectors.toSet());
        List<OpenQuestion> gone = new ArrayList<>(waiting.values());
        gone.addAll(answered);
        gone.removeIf(question -> ids.contains(question.id()));
        waiting.values().removeAll(gone);
        answered.removeAll(Set.copyOf(gone));
        return gone;
    }

    /** Whether it was not shown yet. */
    boolean isNew(OpenQuestion question) {
        return number(question).isEmpty()
                && answered.stream().noneMatch(one -> one.id().equals(question.id()));
    }

    /** It is shown now, for the first time or again. */
    void show(OpenQuestion question) {
        last = number(question).orElseGet(() -> {
            waiting.put(++numbers, question);
            return numbers;
        });
    }

    /** It was answered here; the server may say for a moment that it is open. */
    void answered(OpenQuestion question) {
        number(question).ifPresent(waiting::remove);
        answered.add(question);
    }

    /** Those that wait for an answer, by their numbers. */
    NavigableMap<Integer, OpenQuestion> waiting() {
        return new TreeMap<>(waiting);
    }

    /** The one that somebody means who gives this number; without one, that which was shown last, if no other one waits. */
    Meant meant(Optional<Integer> number) {
        if (waiting.isEmpty()) {
            return new Meant.Nothing();
        }
        if (number.isPresent()) {
            return Optional.ofNullable(waiting.get(number.get()))
                    .<Meant>map(Meant.One::new)
                    .orElseGet(() -> new Meant.Gone(number.get()));
        }
        if (waiting.size() > 1) {
            return new Meant.Several();
        }
        OpenQuestion only = waiting.values().iterator().next();
        return waiting.containsKey(last) ? new Meant.One(only) : new Meant.NotShownLast(only);
    }

    private Optional<Integer> number(OpenQuestion question) {
        return waiting.entrySet().stream()
                .filter(one -> one.getValue().id().equals(question.id()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
