package tako.app.testdrive;

import java.util.Optional;

/** What whoever started the test drive types. */
public interface Input {
    /** The next line, if one was typed to its end; never waits for it. */
    Optional<String> line();

    /** Forgets what was typed until now, lines that nobody heard included. */
    void forget();

    /** Whether a person sits there. */
    boolean isTerminal();
}
