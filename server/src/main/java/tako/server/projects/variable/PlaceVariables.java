package tako.server.projects.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Action;
import tako.server.projects.process.Step;
import tako.server.projects.process.StepNumbers;
import tako.server.projects.project.Project;
import tako.server.resource.Stored;

/** The system variables that tell where something runs; deployments and questions about them have the same. Pure; all values are texts. */
public final class PlaceVariables {
    private PlaceVariables() {}

    /** A project and what it belongs to. */
    public static Map<String, String> project(Stored<Project> project, String group, String space) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Octopus.Project.Id", project.id());
        all.put("Octopus.Project.Name", project.value().name());
        all.put("Octopus.Project.Slug", project.value().slug());
        all.put("Octopus.ProjectGroup.Id", project.value().projectGroupId());
        all.put("Octopus.ProjectGroup.Name", group);
        all.put("Octopus.Space.Id", project.space());
        all.put("Octopus.Space.Name", space);
        all.put("Octopus.Web.ProjectLink", "/app#/" + project.space() + "/projects/" + project.id());
        return all;
    }

    /** An environment. */
    public static Map<String, String> environment(Stored<Environment> environment) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Octopus.Environment.Id", environment.id());
        all.put("Octopus.Environment.Name", environment.value().name());
        all.put(
                "Octopus.Environment.SortOrder",
                String.valueOf(environment.value().sortOrder()));
        return all;
    }

    /** The channel of a release. */
    public static Map<String, String> channel(String id, String name) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Octopus.Release.Channel.Id", id);
        all.put("Octopus.Release.Channel.Name", name);
        return all;
    }

    /** A target. */
    public static Map<String, String> machine(Stored<Machine> machine) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Octopus.Machine.Id", machine.id());
        all.put("Octopus.Machine.Name", machine.value().name());
        all.put("Octopus.Machine.Roles", String.join(",", machine.value().roles()));
        all.put(
                "Octopus.Machine.DeploymentTargetType",
                machine.value().endpoint().communicationStyle());
        all.putAll(endpoint(machine.value().endpoint()));
        return all;
    }

    /** What an endpoint says in texts, numbers and switches; objects, which may hold secrets, are left out. */
    private static Map<String, String> endpoint(Machine.Endpoint endpoint) {
        Map<String, String> all = new LinkedHashMap<>();
        String prefix = "Octopus.Endpoint." + endpoint.communicationStyle() + ".";
        endpoint.unknown().forEach((member, value) -> {
            if (value.isBoolean()) {
                all.put(prefix + member, value.asBoolean() ? "True" : "False");
            } else if (value.isString() || value.isNumber()) {
                all.put(prefix + member, value.asString());
            }
        });
        return all;
    }

    /**
     * A step and one of its actions.
     *
     * @param position of the step in its process, from 0
     * @param child of the action in the step, from 0
     */
    public static Map<String, String> action(Step step, int position, int child) {
        Action action = step.actions().get(child);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Octopus.Step.Id", step.key());
        all.put("Octopus.Step.Name", step.label());
        all.put("Octopus.Step.Number", StepNumbers.step(position));
        all.put("Octopus.Action.Id", action.key());
        all.put("Octopus.Action.Name", action.label());
        all.put("Octopus.Action.Number", StepNumbers.action(step, position, child));
        Optional.ofNullable(action.container())
                .flatMap(container -> Optional.ofNullable(container.image()))
                .ifPresent(image -> all.put("Octopus.Action.Container.Image", image));
        return all;
    }

    /** The names and numbers of a step and its actions, by their names. */
    public static Map<String, String> named(Step step, int position) {
        Map<String, String> all = new LinkedHashMap<>();
        String name = "Octopus.Step[" + step.label() + "].";
        all.put(name + "Id", step.key());
        all.put(name + "Name", step.label());
        all.put(name + "Number", StepNumbers.step(position));
        for (int child = 0; child < step.actions().size(); child++) {
            Action action = step.actions().get(child);
            String of = "Octopus.Action[" + action.label() + "].";
            all.put(of + "Id", action.key());
            all.put(of + "Name", action.label());
            all.put(of + "Number", StepNumbers.action(step, position, child));
        }
        return all;
    }
}
