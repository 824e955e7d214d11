package tako.server.projects.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.server.library.packages.VersionOrder;
import tako.server.library.packages.VersionRule;
import tako.server.resource.Absent;

/**
 * A question of whoever writes a rule or chooses a channel: would this version pass?
 *
 * @param version a package's
 * @param versionRange "" for every version
 * @param preReleaseTag "" for any
 * @param feedId where the package comes from; the answer does not depend on it
 */
public record RuleTest(String version, String versionRange, String preReleaseTag, String feedId) {
    public RuleTest {
        version = Absent.orEmpty(version).strip();
        versionRange = Absent.orEmpty(versionRange);
        preReleaseTag = Absent.orEmpty(preReleaseTag);
        feedId = Absent.orEmpty(feedId);
    }

    /**
     * The answer.
     *
     * @param isNull always false: some clients use it for what they did not ask
     * @param errors what of the question cannot be read
     */
    public record Answer(
            boolean satisfiesVersionRange, boolean satisfiesPreReleaseTag, boolean isNull, List<String> errors) {}

    /** Whether the version passes; a half of the rule that cannot be read is not passed. */
    Answer answer() {
        var rule = new VersionRule(versionRange, preReleaseTag);
        var errors = new ArrayList<>(rule.problems());
        Optional<VersionRule.Verdict> verdict = VersionOrder.ofTag(version).map(rule::of);
        if (verdict.isEmpty()) {
            errors.add("Version: '" + version + "' is not a version. Send one that begins with numbers, as in 1.4.2.");
        }
        return new Answer(
                verdict.map(VersionRule.Verdict::inRange).orElse(false),
                verdict.map(VersionRule.Verdict::tagged).orElse(false),
                false,
                errors);
    }
}
