package tako.server.delivery.release;

import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.octostache.Variables;
import tako.server.library.packages.Version;

/**
 * The version a project proposes for its next release, rendered from a template over the versions there are. "Last" is
 * the highest version, 0.0.0 before the first; "next" is one more in that place. Names as in Octopus Deploy's public
 * documentation, "Release Versioning".
 */
public final class VersionTemplate {
    /** What a new project uses; its first version is 0.0.1. */
    public static final String DEFAULT =
            "#{Octopus.Version.LastMajor}.#{Octopus.Version.LastMinor}.#{Octopus.Version.NextPatch}";

    private static final Version NONE =
            new Version("0.0.0", List.of(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO), "", "");
    private static final Map<String, Integer> PLACES =
            Map.of("Major", 0, "Minor", 1, "Patch", 2, "Build", 2, "Revision", 3);

    private VersionTemplate() {}

    /** A release that exists. */
    public record Existing(Version version, String channelName) {}

    /**
     * What a version is rendered from.
     *
     * @param existing every release of the project
     * @param channelName the channel of the release to be
     * @param now in the zone of the server
     * @param variables the project's variables that have no scope or only that of the channel
     */
    public record Facts(
            Collection<Existing> existing, String channelName, ZonedDateTime now, Map<String, String> variables) {}

    /** What a template gives: a version (perhaps still a mask), or why there is none. */
    public sealed interface Proposal {
        /** The text, which is a version or a {@link VersionMask}. */
        record Proposed(String text) implements Proposal {}

        /** Why none can be proposed, and what to do. */
        record Refused(String reason) implements Proposal {}
    }

    /** Renders a template; white space, as templates of several lines produce it, is removed. */
    public static Proposal next(String template, Facts facts) {
        Evaluation evaluation = Variables.of(variables(facts)).evaluate(template);
        if (evaluation.error().isPresent()) {
            return refused(template, evaluation.error().get());
        }
        if (!evaluation.unresolved().isEmpty()) {
            return refused(
                    template, "it uses " + String.join(", ", evaluation.unresolved()) + ", which has no value here");
        }
        String text = evaluation.text().replaceAll("\\s", "");
        Optional<String> problem = VersionMask.isMask(text) ? Optional.empty() : Version.problem(text);
        return problem.<Proposal>map(why -> refused(template, "it gives '" + text + "', which is not a version"))
                .orElseGet(() -> new Proposal.Proposed(text));
    }

    private static Proposal refused(String template, String why) {
        return new Proposal.Refused("The project's version template '" + template.strip() + "' cannot be used: " + why
                + ". Enter a version, or correct the template in the project's settings.");
    }

    private static Map<String, String> variables(Facts facts) {
        Map<String, String> all = new HashMap<>(facts.variables());
        all.put("Octopus.Release.Channel.Name", facts.channelName());
        putVersion(all, "Octopus.Version.", last(facts.existing(), Optional.empty()));
        putVersion(all, "Octopus.Version.Channel.", last(facts.existing(), Optional.of(facts.channelName())));
        facts.existing().stream()
                .map(Existing::channelName)
                .distinct()
                .forEach(channel -> putVersion(
                        all,
                        "Octopus.Version.Channel[" + channel + "].",
                        last(facts.existing(), Optional.of(channel))));
        putTime(all, facts.now());
        return all;
    }

    private static Version last(Collection<Existing> existing, Optional<String> channel) {
        return existing.stream()
                .filter(release ->
                        channel.map(release.channelName()::equalsIgnoreCase).orElse(true))
                .map(Existing::version)
                .max(Comparator.naturalOrder())
                .orElse(NONE);
    }

    private static void putVersion(Map<String, String> all, String prefix, Version last) {
        PLACES.forEach((name, place) -> {
            all.put(prefix + "Last" + name, last.number(place).toString());
            all.put(
                    prefix + "Next" + name,
                    last.number(place).add(BigInteger.ONE).toString());
        });
        all.put(prefix + "LastSuffix", last.preRelease());
    }

    private static void putTime(Map<String, String> all, ZonedDateTime now) {
        all.put("Octopus.Date.Day", Integer.toString(now.getDayOfMonth()));
        all.put("Octopus.Date.Month", Integer.toString(now.getMonthValue()));
        all.put("Octopus.Date.Year", Integer.toString(now.getYear()));
        all.put("Octopus.Date.DayOfYear", Integer.toString(now.getDayOfYear()));
        all.put("Octopus.Time.Hour", Integer.toString(now.getHour()));
        all.put("Octopus.Time.Minute", Integer.toString(now.getMinute()));
        all.put("Octopus.Time.Second", Integer.toString(now.getSecond()));
    }
}
