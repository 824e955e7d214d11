package tako.server.delivery.interruption;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.projects.process.Action;
import tako.server.projects.process.ActionCheck;

/** Whether the teams exist that properties of actions name, when a process is saved. */
public final class NamedTeams implements ActionCheck {
    private final ResponsibleTeams teams;
    private final Map<String, String> labels;

    /** @param labels what people call the properties that hold teams, joined by commas, by their keys */
    public NamedTeams(ResponsibleTeams teams, Map<String, String> labels) {
        this.teams = teams;
        this.labels = Map.copyOf(labels);
    }

    @Override
    public List<String> problems(View view, String space, String where, Action action) {
        return labels.entrySet().stream()
                .flatMap(field -> action.text(field.getKey()).stream()
                        .flatMap(text -> unknown(view, space, text))
                        .map(name -> where + ", " + field.getValue() + " (" + field.getKey() + "): '" + name
                                + "' is no team of this space or of the system, or more than one. Name an existing"
                                + " team by its id."))
                .toList();
    }

    private Stream<String> unknown(View view, String space, String text) {
        return teams.unknown(view, space, TeamList.plain(text)).stream();
    }
}
