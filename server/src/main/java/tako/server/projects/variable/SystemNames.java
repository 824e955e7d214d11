package tako.server.projects.variable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names under which the server itself tells of a deployment, and those by which users switch something (Octopus's public documentation,
 * "System variables"). {@code [*]} stands for any index.
 */
public final class SystemNames {
    /** What is the same for a whole deployment and known when it is made. */
    private static final List<String> DEPLOYMENT = List.of(
            "Octopus.Deployment.Comments",
            "Octopus.Deployment.Created",
            "Octopus.Deployment.CreatedBy.DisplayName",
            "Octopus.Deployment.CreatedBy.EmailAddress",
            "Octopus.Deployment.CreatedBy.Id",
            "Octopus.Deployment.CreatedBy.Username",
            "Octopus.Deployment.ChangesMarkdown",
            "Octopus.Deployment.ExcludedMachines",
            "Octopus.Deployment.ForcePackageDownload",
            "Octopus.Deployment.Id",
            "Octopus.Deployment.Name",
            "Octopus.Deployment.PreviousSuccessful.Id",
            "Octopus.Deployment.SpecificMachines",
            "Octopus.Environment.Id",
            "Octopus.Environment.Name",
            "Octopus.Environment.SortOrder",
            "Octopus.Project.Id",
            "Octopus.Project.Name",
            "Octopus.Project.Slug",
            "Octopus.ProjectGroup.Id",
            "Octopus.ProjectGroup.Name",
            "Octopus.Release.Channel.Id",
            "Octopus.Release.Channel.Name",
            "Octopus.Release.Created",
            "Octopus.Release.CurrentForEnvironment.Id",
            "Octopus.Release.CurrentForEnvironment.Number",
            "Octopus.Release.CustomFields[*]",
            "Octopus.Release.Id",
            "Octopus.Release.Notes",
            "Octopus.Release.Number",
            "Octopus.Release.Previous.Id",
            "Octopus.Release.Previous.Number",
            "Octopus.Release.PreviousForEnvironment.Id",
            "Octopus.Release.PreviousForEnvironment.Number",
            "Octopus.Space.Id",
            "Octopus.Space.Name",
            "Octopus.Task.Argument[*]",
            "Octopus.Task.Id",
            "Octopus.Task.Name",
            "Octopus.Task.QueueTime",
            "Octopus.Task.QueueTimeExpiry",
            "Octopus.Web.DeploymentLink",
            "Octopus.Web.ProjectLink",
            "Octopus.Web.ReleaseLink");

    /** What differs between steps, actions and targets, or grows while a deployment runs. */
    private static final List<String> RUN = List.of(
            "Octopus.Action.Container.Image",
            "Octopus.Action.Id",
            "Octopus.Action.IsSkipped",
            "Octopus.Action.Name",
            "Octopus.Action.Number",
            "Octopus.Action.TargetRoles",
            "Octopus.Action.Package.FeedId",
            "Octopus.Action.Package.PackageId",
            "Octopus.Action.Package.PackageVersion",
            "Octopus.Action.Package[*].FeedId",
            "Octopus.Action.Package[*].Image",
            "Octopus.Action.Package[*].PackageId",
            "Octopus.Action.Package[*].PackageVersion",
            "Octopus.Action.Package[*].Registry",
            "Octopus.Action.Package[*].Version",
            "Octopus.Action[*].IsSkipped",
            "Octopus.Action[*].Name",
            "Octopus.Action[*].Number",
            "Octopus.Action[*].Id",
            "Octopus.Action[*].Status.Code",
            "Octopus.Action[*].Status.Error",
            "Octopus.Action[*].Status.ErrorDetail",
            "Octopus.Deployment.Error",
            "Octopus.Deployment.ErrorDetail",
            "Octopus.Deployment.Machines",
            "Octopus.Environment.MachinesInRole[*]",
            "Octopus.Machine.DeploymentTargetType",
            "Octopus.Machine.Id",
            "Octopus.Machine.Name",
            "Octopus.Machine.Roles",
            "Octopus.Step.Id",
            "Octopus.Step.Name",
            "Octopus.Step.Number",
            "Octopus.Step[*].Id",
            "Octopus.Step[*].Name",
            "Octopus.Step[*].Number",
            "Octopus.Step[*].Status.Code",
            "Octopus.Step[*].Status.Error",
            "Octopus.Step[*].Status.ErrorDetail");

    /** What outputs are called; anything may follow. */
    private static final List<String> OUTPUTS = List.of("Octopus.Action[*].Output.", "Octopus.Action[*].Output[*].");

    /** What users set and the server reads. */
    private static final List<String> SWITCHES = List.of(
            "Octopus.Action.FailScriptOnErrorOutput",
            "Octopus.Action.MaxParallelism",
            "OctopusBypassDeploymentMutex",
            "OctopusPrintEvaluatedVariables",
            "OctopusPrintVariables",
            "OctopusShouldFailDeploymentOnSubstitutionFails",
            "OctopusSuppressDuplicateVariableWarning");

    private static final Map<String, When> KNOWN = Stream.of(
                    entries(DEPLOYMENT, When.DEPLOYMENT), entries(RUN, When.RUN), entries(SWITCHES, When.SWITCH))
            .flatMap(entries -> entries)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");

    private SystemNames() {}

    /** When a system variable gets its value. */
    public enum When {
        /** When the deployment is made. */
        DEPLOYMENT,
        /** While it runs. */
        RUN,
        /** When a user sets it. */
        SWITCH
    }

    /** When a name gets its value; empty for one that the server does not know. */
    public static Optional<When> when(String name) {
        String pattern = pattern(name);
        if (OUTPUTS.stream().map(Candidate::key).anyMatch(pattern::startsWith)) {
            return Optional.of(When.RUN);
        }
        return Optional.ofNullable(KNOWN.get(pattern));
    }

    /** Whether users set it. */
    static boolean isSwitch(String name) {
        return KNOWN.get(Candidate.key(name)) == When.SWITCH;
    }

    /** The names without an index, sorted: what may be suggested. */
    static List<String> plain() {
        return Stream.of(DEPLOYMENT, RUN, SWITCHES)
                .flatMap(List::stream)
                .filter(name -> !name.contains("["))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** The names that tell of one index, for example of an action: {@code Octopus.Action[Deploy].Name}. */
    static List<String> of(String path, String index) {
        String prefix = path + "[*].";
        return RUN.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.replace("[*]", "[" + index + "]"))
                .toList();
    }

    private static String pattern(String name) {
        return Candidate.key(INDEX.matcher(name).replaceAll(Matcher.quoteReplacement("[*]")));
    }

    private static Stream<Map.Entry<String, When>> entries(List<String> names, When when) {
        return names.stream().map(name -> Map.entry(Candidate.key(name), when));
    }
}
