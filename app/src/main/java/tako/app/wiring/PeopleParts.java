package tako.app.wiring;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Admission;
import tako.platform.http.Route;
import tako.server.people.apikey.ApiKeyRoutes;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.audit.EventRoutes;
import tako.server.people.audit.Events;
import tako.server.people.permission.UserAccess;
import tako.server.people.permission.UserAccessRoutes;
import tako.server.people.setup.FirstStart;
import tako.server.people.setup.Setup;
import tako.server.people.setup.SetupRoutes;
import tako.server.people.signin.Sessions;
import tako.server.people.signin.SignIn;
import tako.server.people.signin.SignInRoutes;
import tako.server.people.signin.SignedInUsers;
import tako.server.people.team.TeamEditing;
import tako.server.people.team.TeamRoutes;
import tako.server.people.team.TeamTies;
import tako.server.people.team.Teams;
import tako.server.people.user.UserAccounts;
import tako.server.people.user.UserRoutes;
import tako.server.people.user.Users;
import tako.server.settings.space.SpaceAddresses;
import tako.server.settings.space.SpaceContents;
import tako.server.settings.space.SpaceRoutes;
import tako.server.settings.space.SpaceSearch;
import tako.server.settings.space.Spaces;

/** People, and the spaces they work in. */
final class PeopleParts {
    final Spaces spaces;
    final FirstStart firstStart;
    final Admission admission;
    final SpaceAddresses addresses;
    private final List<Route<?>> routes;

    PeopleParts(Base base, Foundation foundation, LibraryParts library, List<SpaceContents> contents) {
        var engine = foundation.engine;
        var users = new Users(engine);
        var teams = new Teams(engine);
        var keys = new ApiKeys(engine, users, foundation.tokens);
        var sessions = new Sessions(base.database(), base.clock(), foundation.tokens, foundation.cookies);
        var ties = List.of(new TeamTies(engine, teams), keys, sessions);
        var accounts = new UserAccounts(engine, users, foundation.passwords, ties);
        this.spaces = new Spaces(engine, teams, library.spaceDefaults, contents);
        this.firstStart = new FirstStart(
                engine, new FirstStart.People(users, teams, keys), foundation.passwords, foundation.tokens);
        this.addresses = new SpaceAddresses(base.database());
        var signedIn = new SignedInUsers(base.database(), users, keys, sessions);
        this.admission = new Admission(
                new OperatorOr(base.operatorKey(), signedIn), foundation.cookies, addresses, foundation.permissions);
        this.routes = Stream.of(
                        new UserRoutes(users, accounts).routes(),
                        new UserAccessRoutes(new UserAccess(engine, users, teams, spaces)).routes(),
                        new ApiKeyRoutes(keys).routes(),
                        new TeamRoutes(teams, new TeamEditing(engine, teams)).routes(),
                        new SignInRoutes(new SignIn(engine, users, foundation.passwords, sessions), sessions, users)
                                .routes(),
                        new SetupRoutes(new Setup(engine, users, keys, sessions, foundation.passwords), users, sessions)
                                .routes(),
                        new EventRoutes(new Events(engine, foundation.kinds)).routes(),
                        new SpaceRoutes(spaces, new SpaceSearch(engine, spaces, foundation.kinds)).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    List<Route<?>> routes() {
        return routes;
    }
}
