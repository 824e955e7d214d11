package tako.server.delivery.interruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tako.platform.database.View;
import tako.server.people.team.Team;
import tako.server.people.team.Teams;
import tako.server.resource.NameKey;
import tako.server.resource.Stored;

/** The teams that a step names, by id, slug or name. */
public final class ResponsibleTeams implements TeamLookup {
    private final Teams teams;
    private final ResponsiblePeople people;

    public ResponsibleTeams(Teams teams, ResponsiblePeople people) {
        this.teams = teams;
        this.people = people;
    }

    @Override
    public Found find(View view, String space, List<String> written) {
        List<Stored<Team>> visible = visible(view, space);
        List<String> ids = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (String name : written) {
            Optional<Stored<Team>> team = named(visible, name);
            // What is gone stays among those that may answer: without it, nobody might be left, and that would mean
            // somebody else.
            ids.add(team.map(Stored::id).orElse(name));
            if (team.isEmpty()) {
                warnings.add("The responsible team '" + name
                        + "' is not there any more. Its members can no longer answer; correct the step.");
            }
        }
        List<String> distinct = ids.stream().distinct().toList();
        Responsibility.unanswerable(people.teams(view, space, distinct)).ifPresent(warnings::add);
        return new Found(distinct, warnings);
    }

    /** Which of these names mean no team of the space or of the system, or more than one. */
    List<String> unknown(View view, String space, List<String> written) {
        List<Stored<Team>> visible = written.isEmpty() ? List.of() : visible(view, space);
        return written.stream().filter(name -> named(visible, name).isEmpty()).toList();
    }

    private List<Stored<Team>> visible(View view, String space) {
        return teams.documents().all(view, "").stream()
                .filter(team -> ResponsiblePeople.isVisible(team, space))
                .toList();
    }

    private static Optional<Stored<Team>> named(List<Stored<Team>> teams, String name) {
        return only(teams, team -> team.id().equalsIgnoreCase(name))
                .or(() -> only(teams, team -> team.value().slug().equalsIgnoreCase(name)))
                .or(() -> only(teams, team -> NameKey.of(team.value().name()).equals(NameKey.of(name))));
    }

    private static Optional<Stored<Team>> only(List<Stored<Team>> teams, Predicate<Stored<Team>> wanted) {
        List<Stored<Team>> found = teams.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
