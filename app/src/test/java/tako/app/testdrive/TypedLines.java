package tako.app.testdrive;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a person in a test types.
 *
 * @param lines asked for the next line whenever somebody listens
 */
record TypedLines(boolean isTerminal, Supplier<Optional<String>> lines) implements Input {
    @Override
    public Optional<String> line() {
        return lines.get();
    }

    @Override
    public void forget() {
        while (lines.get().isPresent()) {
            // Nobody hears it.
        }
    }
}
