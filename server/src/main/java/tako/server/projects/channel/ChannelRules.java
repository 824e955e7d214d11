package tako.server.projects.channel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tako.server.library.packages.Version;
import tako.server.library.packages.VersionOrder;
import tako.server.library.packages.VersionRule;
import tako.server.projects.process.PackageSlot;

/** Which packages go into the releases of a channel. A package with several rules needs to pass all of them. */
public final class ChannelRules {
    private ChannelRules() {}

    /** A version that was chosen for a place of the process. */
    public record Choice(PackageSlot slot, String version) {}

    /** What a channel asks of the versions of a place. */
    public static List<VersionRule> versionsOf(Channel channel, PackageSlot slot) {
        return channel.rules().stream()
                .filter(rule -> rule.holdsFor(slot))
                .map(ChannelRule::versions)
                .toList();
    }

    /** What is wrong with the rules themselves, a sentence each. */
    static List<String> problems(List<ChannelRule> rules) {
        return IntStream.range(0, rules.size())
                .boxed()
                .flatMap(index -> rules.get(index).versions().problems().stream()
                        .map(problem -> "Rules[" + index + "]." + problem))
                .toList();
    }

    /** Why a channel does not take some choices, a sentence for each rule that is broken. */
    public static List<String> broken(Channel channel, List<Choice> choices) {
        return choices.stream()
                .flatMap(choice -> channel.rules().stream()
                        .filter(rule -> rule.holdsFor(choice.slot()))
                        .flatMap(rule -> broken(rule.versions(), choice).stream()))
                .map(why -> why + ", which a rule of the channel '" + channel.name()
                        + "' asks for. Choose another version or"
                        + " channel, or let the release ignore channel rules.")
                .toList();
    }

    private static Optional<String> broken(VersionRule rule, Choice choice) {
        if (rule.isOpen()) {
            return Optional.empty();
        }
        String subject = "The version '" + choice.version() + "' of the package '"
                + choice.slot().packageId() + "' of '" + choice.slot().label() + "' ";
        Optional<Version> version = VersionOrder.ofTag(choice.version());
        if (version.isEmpty()) {
            return Optional.of(subject + "is not made of numbers");
        }
        VersionRule.Verdict verdict = rule.of(version.get());
        return Stream.of(
                        Optional.of("does not lie in the range " + rule.range()).filter(text -> !verdict.inRange()),
                        Optional.of("has no pre-release tag that matches " + rule.tag())
                                .filter(text -> !verdict.tagged()))
                .flatMap(Optional::stream)
                .reduce((first, second) -> first + " and " + second)
                .map(subject::concat);
    }
}
