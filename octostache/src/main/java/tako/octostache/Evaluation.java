package tako.octostache;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a template evaluated to.
 *
 * @param value the result; unresolved expressions stand in it as expressions. Empty if a {@code null} filter made it so, which means that
 *     the setting it belongs to is to be treated as absent
 * @param unresolved the expressions that could not be resolved, each once, in the order in which they were met
 * @param failure why the whole could not be evaluated; the value is then the template's text
 * @param troubles where in the template the unresolved expressions are, or where it failed; a thousand places at most
 */
public record Evaluation(
        Optional<String> value, List<String> unresolved, Optional<Failure> failure, List<Trouble> troubles) {
    public Evaluation {
        troubles = List.copyOf(troubles);
        unresolved = List.copyOf(unresolved);
    }

    /** The result as a text, empty if there is none. */
    public String text() {
        return value.orElse("");
    }

    /** Why the whole could not be evaluated, in a sentence. */
    public Optional<String> error() {
        return failure.map(Failure::message);
    }

    /** What is wrong with the result, whole or in part, in the words that clients of Octopus Deploy know. */
    public Optional<String> complaint() {
        return error().or(this::complaintAboutUnresolved);
    }

    private Optional<String> complaintAboutUnresolved() {
        return unresolved.isEmpty()
                ? Optional.empty()
                : Optional.of(unresolved.stream()
                        .collect(Collectors.joining(
                                "', '", "The following tokens were unable to be evaluated: '", "'")));
    }

    /** Whether this, as a condition, says yes: evaluated without complaint to a text that is true. */
    public boolean isTrue() {
        return complaint().isEmpty() && value.filter(Truth::of).isPresent();
    }
}
