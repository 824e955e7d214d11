package tako.server.library.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which versions of a package are accepted.
 *
 * @param range a {@link VersionRange}; blank for every version
 * @param tag a {@link VersionTag}; blank for every pre-release and none
 */
public record VersionRule(String range, String tag) {
    public VersionRule {
        range = range.strip();
        tag = tag.strip();
    }

    /** What a rule says of a version. */
    public record Verdict(boolean inRange, boolean tagged) {
        /** Whether the version is accepted. */
        public boolean accepted() {
            return inRange && tagged;
        }
    }

    /** Why it cannot be applied, a sentence for each half, with the name of its member; empty when it can. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        problem("VersionRange", range, VersionRange.problem(range)).ifPresent(problems::add);
        problem("Tag", tag, VersionTag.problem(tag)).ifPresent(problems::add);
        return problems;
    }

    /** What it says of a version; a half that cannot be read accepts none. */
    public Verdict of(Version version) {
        return new Verdict(
                range.isEmpty()
                        || VersionRange.parse(range)
                                .filter(one -> one.holds(version))
                                .isPresent(),
                tag.isEmpty()
                        || VersionTag.parse(tag)
                                .filter(one -> one.accepts(version))
                                .isPresent());
    }

    /** Whether it accepts everything, even what is no version. */
    public boolean isOpen() {
        return range.isEmpty() && tag.isEmpty();
    }

    private static Optional<String> problem(String member, String text, Optional<String> why) {
        return text.isEmpty() ? Optional.empty() : why.map(sentence -> member + ": " + sentence);
    }
}
