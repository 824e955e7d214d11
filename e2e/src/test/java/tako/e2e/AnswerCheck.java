package tako.e2e;

import java.net.URI;

/** What every answer must satisfy, whatever a test looks for. */
@FunctionalInterface
public interface AnswerCheck {
    /** Nothing. */
    AnswerCheck NONE = (method, address, answer) -> {};

    /** Throws an assertion error that says what is wrong with an answer. */
    void check(String method, URI address, Answer answer);
}
