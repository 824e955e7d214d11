package tako.app.wiring;

import java.util.List;
import java.util.Map;
import tako.platform.http.Route;
import tako.platform.task.TaskQueue;
import tako.server.delivery.interruption.Answers;
import tako.server.delivery.interruption.InterruptionRoutes;
import tako.server.delivery.interruption.Interruptions;
import tako.server.delivery.interruption.NamedTeams;
import tako.server.delivery.interruption.ResponsiblePeople;
import tako.server.delivery.interruption.ResponsibleTeams;
import tako.server.people.team.Teams;
import tako.server.people.user.Users;
import tako.server.projects.process.ActionCheck;
import tako.server.resource.Engine;
import tako.steps.manual.ManualProperties;

/** Questions that deployments put to people. */
final class InterruptionParts {
    final Interruptions questions;
    final ResponsibleTeams teams;
    final ActionCheck check;
    private final Engine engine;
    private final ResponsiblePeople people;

    InterruptionParts(Base base, Foundation foundation) {
        this.engine = foundation.engine;
        var all = new Teams(engine);
        this.people = new ResponsiblePeople(all, new Users(engine));
        this.questions = new Interruptions(engine, base.server().interruptionDeadline());
        this.teams = new ResponsibleTeams(all, people);
        this.check = new NamedTeams(teams, Map.of(ManualProperties.TEAMS, ManualProperties.TEAMS_LABEL));
    }

    /** @param queue wakes the task whose question is answered */
    List<Route<?>> routes(TaskQueue queue) {
        return new InterruptionRoutes(new Answers(engine, queue, people)).routes();
    }
}
