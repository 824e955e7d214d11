package tako.server.library.packages;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that must be found in what a version has after its numbers: the pre-release without its dash, then the
 * metadata with its plus. {@code ^$} accepts stable versions without metadata, {@code ^beta} those that begin with beta.
 */
public final class VersionTag {
    /** How many characters an expression may look at in one version; greater numbers mean that it runs away. */
    private static final int MOST_STEPS = 1_000_000;

    private final Pattern pattern;

    private VersionTag(Pattern pattern) {
        this.pattern = pattern;
    }

    /** A tag from its text; empty when it is no regular expression. */
    public static Optional<VersionTag> parse(String text) {
        try {
            return Optional.of(new VersionTag(Pattern.compile(text)));
        } catch (PatternSyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** Why a text is no tag, as a sentence with an example; empty when it is one. */
    public static Optional<String> problem(String text) {
        return parse(text).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "'" + text + "' is not a regular expression. Write one that the pre-release must match, as in"
                                + " ^$ for none, or ^beta for those that begin with beta.");
    }

    /** Whether a version is accepted; an expression that would take too long accepts none. */
    public boolean accepts(Version version) {
        String metadata = version.metadata().isEmpty() ? "" : "+" + version.metadata();
        try {
            return pattern.matcher(new Counted(version.preRelease() + metadata, new AtomicInteger()))
                    .find();
        } catch (TooManySteps runaway) {
            return false;
        }
    }

    /** Text that lets itself be read so often and no more, because some expressions take for ever. */
    private record Counted(String text, AtomicInteger steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
