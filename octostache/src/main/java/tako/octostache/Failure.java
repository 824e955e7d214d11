package tako.octostache;

/** Why a whole template could not be evaluated; its text is then left as it was. */
public sealed interface Failure {

    /** What happened, in a sentence for people. */
    String message();

    /**
     * The text is no template.
     *
     * @param message what was found where, in the words that clients of Octopus Deploy know
     * @param line the line of the first place that cannot be read, from 1
     * @param column its place in that line, in UTF-16 units from 1
     */
    record Syntax(String message, int line, int column) implements Failure {}

    /** A variable's value leads back to itself. */
    record SelfReference(String message) implements Failure {}

    /** The evaluation was given up at one of its {@link Limits}. */
    record LimitExceeded(String message) implements Failure {}

    /** Something in the template or among the variables cannot be used at all: a bad regular expression, for example. */
    record Unusable(String message) implements Failure {}
}
