package tako.server.resource;

import java.util.List;
import java.util.function.Predicate;

/** An account or certificate is used where its owner does not allow it. The message is a sentence with the way out. */
public final class NotForEnvironment extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotForEnvironment(String sentence) {
        super(sentence);
    }

    /**
     * Refuses what may not be used in every one of some environments.
     *
     * @param what how its sentence begins, {@code The account 'x'}
     * @param environments ids of those it is used in
     * @param allowed whether it may be used in one
     */
    public static void check(String what, List<String> environments, Predicate<String> allowed) {
        List<String> others = environments.stream().filter(allowed.negate()).toList();
        if (!others.isEmpty()) {
            throw new NotForEnvironment(what + " may not be used in " + String.join(", ", others)
                    + ". Choose another one there, or allow it to be used there.");
        }
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
