package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tako.octostache.Variables;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RenderContext.FeedInUse;
import tako.server.delivery.step.RenderContext.PackageInUse;
import tako.server.delivery.step.RenderingRefused;
import tako.server.library.feed.ImageName;
import tako.server.library.feed.RegistryAddress;
import tako.server.projects.process.Action;
import tako.server.projects.process.ActionPackage;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.TargetVariables;

/** The packages of an action in the versions that its run has frozen, with the variables that tell of them. Pure. */
final class ActionPackages {
    private static final FeedInUse NO_FEED = new FeedInUse("", "", "", "", Secret.of(""));
    private static final String PASSWORD = "Feed.Password";

    private final Function<String, Optional<FeedInUse>> feeds;
    private final RunSpec spec;

    /** @param feeds finds a feed of the run's space by id, slug or name */
    ActionPackages(Function<String, Optional<FeedInUse>> feeds, RunSpec spec) {
        this.feeds = feeds;
        this.spec = spec;
    }

    /**
     * The packages of an action.
     *
     * @throws RenderingRefused when one names a feed that does not exist, or has no version
     */
    List<PackageInUse> of(Action action, Variables variables) {
        List<String> problems = new ArrayList<>();
        List<PackageInUse> packages = action.packages().stream()
                .map(reference -> inUse(action, reference, variables, problems))
                .toList();
        if (!problems.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        return packages;
    }

    private PackageInUse inUse(Action action, ActionPackage reference, Variables variables, List<String> problems) {
        String packageId = text(reference.packageId(), variables);
        String feed = text(reference.feedId(), variables);
        Optional<String> version = version(action, reference, variables);
        if (version.isEmpty()) {
            problems.add("The release chose no version of the package '" + packageId
                    + "'. It was created before the step used it: create a new release.");
        }
        Optional<FeedInUse> found = feed.isEmpty() ? Optional.of(NO_FEED) : feeds.apply(feed);
        if (found.isEmpty()) {
            problems.add("The feed '" + feed + "' of the package '" + packageId
                    + "' does not exist. Choose another in the step, then create a new release.");
        }
        return new PackageInUse(reference.name(), packageId, version.orElse(""), found.orElse(NO_FEED));
    }

    private Optional<String> version(Action action, ActionPackage reference, Variables variables) {
        return spec.packages().stream()
                .filter(chosen -> chosen.action().equalsIgnoreCase(action.label()))
                .filter(chosen -> chosen.reference().equalsIgnoreCase(reference.name()))
                .map(ChosenPackage::version)
                .findFirst()
                .or(() -> Optional.of(text(reference.version(), variables)))
                .filter(version -> !version.isEmpty());
    }

    private static String text(@Nullable String template, Variables variables) {
        return template == null ? "" : variables.evaluate(template).text().strip();
    }

    /** The variables that tell of an action's packages. */
    static Map<String, String> variables(List<PackageInUse> packages) {
        Map<String, String> variables = new LinkedHashMap<>();
        packages.forEach(used -> {
            describe(variables, "Octopus.Action.Package[" + used.name() + "].", used);
            if (used.name().isEmpty()) {
                describe(variables, "Octopus.Action.Package.", used);
            }
        });
        return variables;
    }

    private static void describe(Map<String, String> variables, String prefix, PackageInUse used) {
        variables.put(prefix + "PackageId", used.packageId());
        variables.put(prefix + "PackageVersion", used.version());
        variables.put(prefix + "Version", used.version());
        variables.put(prefix + "FeedId", used.feed().id());
        if (!used.feed().registry().isEmpty()) {
            variables.put(prefix + "Registry", used.feed().registry());
            variables.put(
                    prefix + "Image",
                    ImageName.of(new RegistryAddress(used.feed().registry()), used.packageId(), used.version()));
        }
        if (used.feed().hasCredentials()) {
            variables.put(prefix + "Feed.UserName", used.feed().username());
            variables.put(prefix + PASSWORD, used.feed().password().reveal());
        }
    }

    /** Those variables as candidates; the feed's password is secret. */
    static List<Candidate> candidates(List<PackageInUse> packages) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Secret> secret = new LinkedHashMap<>();
        variables(packages).forEach((name, value) -> {
            if (name.endsWith("." + PASSWORD)) {
                secret.put(name, Secret.of(value));
            } else {
                plain.put(name, value);
            }
        });
        return Candidates.packages(new TargetVariables.Contribution(plain, secret));
    }
}
