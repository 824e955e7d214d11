package tako.server.people.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Scoping;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Users as they are read; {@link UserAccounts} changes them. Everybody may see themselves; others need the permission. */
public final class Users {
    /** The dimension by which active users are found; they lie in {@link #IS_ACTIVE}, others in nothing. */
    public static final String ACTIVE = "active";

    /** The one value of {@link #ACTIVE}. */
    public static final String IS_ACTIVE = "true";

    /** The descriptor. */
    public static final Kind<User> KIND = Kind.of(User.class, "User", "Users", "user_account")
            .system()
            .grants(new Grants("UserView", "UserEdit", "UserEdit", "UserEdit"))
            .names(new Kind.Names(64, true, false))
            .rules(draft -> UserRules.problems(draft.after()))
            .scopings(user -> user.isActive() ? Stream.of(new Scoping(ACTIVE, IS_ACTIVE)) : Stream.empty())
            .links(user -> Map.of(
                    "Spaces", "{self}/spaces",
                    "ApiKeys", "{self}/apikeys{/id}{?skip,take}",
                    "Teams", "{self}/teams{?spaces,includeSystem}",
                    "Permissions", "{self}/permissions{?spaces,includeSystem}",
                    "PermissionsConfiguration", "{self}/permissions/configuration{?spaces,includeSystem}",
                    "AccessToken", "/api/users/access-token",
                    "RevokeSessions", "{self}/revoke-sessions",
                    "Avatar", "{self}/avatar"))
            .example(Map.of("Username", "grace", "DisplayName", "Grace", "Password", "A long sentence"))
            .build();

    /** The id of the first administrator. */
    public static final String FIRST = "Users-1";

    /** How clients may write their own id. */
    private static final String ME = "me";

    private final Engine engine;
    private final Documents<User> documents;

    public Users(Engine engine) {
        this.engine = engine;
        this.documents = new Documents<>(KIND, engine);
    }

    /** The rows, for services that work in a transaction of their own. */
    public Documents<User> documents() {
        return documents;
    }

    /** Some users, by user name. */
    public Slice<Stored<User>> list(Principal principal, ListQuery query) {
        return documents.list(principal, "", query);
    }

    /** A user by id, or "me". */
    public Stored<User> get(Principal principal, String idOrMe) {
        return selfOr(principal, KIND.grants().view(), idOrMe);
    }

    /**
     * The user with an id, if it is who asks or somebody who holds a permission over others.
     *
     * @throws Problem 403 naming the permission, 404
     */
    public Stored<User> selfOr(Principal principal, String permission, String idOrMe) {
        String id = idOrMe.equalsIgnoreCase(ME) ? principal.userId() : idOrMe;
        if (!id.equalsIgnoreCase(principal.userId())) {
            engine.permissions().require(principal, permission, "");
        }
        return engine.database().read(view -> documents.byId(view, "", id)).orElseThrow(() -> Problem.notFound(id));
    }

    /** A user by the name it signs in with. */
    public Optional<Stored<User>> byUsername(View view, String username) {
        return documents.byName(view, "", "", username);
    }

    /** Stores a new user, who has no password yet. */
    public Stored<User> insert(Tx tx, Principal who, User user) {
        return documents.insert(tx, who, "", documents.json(user));
    }

    /** A user as clients read it. */
    public ObjectNode present(Principal reader, Stored<User> stored) {
        ObjectNode json = documents.present(stored);
        json.put("IsRequestor", stored.id().equalsIgnoreCase(reader.userId()));
        json.put("CanPasswordBeEdited", !stored.value().isService());
        return json;
    }

    /** Users as clients read them. */
    public List<ObjectNode> present(Principal reader, List<Stored<User>> stored) {
        return stored.stream().map(user -> present(reader, user)).toList();
    }
}
