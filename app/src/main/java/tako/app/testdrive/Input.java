package tako.app.testdrive;

import java.util.Optional;

/** What whoever started the test drive types. */
public interface Input {
    /** The next line, if one was typed; never waits for it. */
    Optional<String> line();

    /** Whether a person sits there. */
    boolean isTerminal();
}
