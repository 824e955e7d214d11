package tako.server.people.user;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Passwords;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Grants;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes users. Everybody may change their own display name, e-mail address and password; all else needs the permission. Whoever
 * gets another password, or is no longer active, is signed out everywhere.
 */
public final class UserAccounts {
    private static final Grants GRANTS = Users.KIND.grants();

    private final Engine engine;
    private final Users users;
    private final Passwords passwords;
    private final List<UserTies> ties;
    private final Documents<User> documents;
    private final UserPasswords hashes = new UserPasswords();

    /** @param ties what hangs on users, in the order in which it goes with one */
    public UserAccounts(Engine engine, Users users, Passwords passwords, List<UserTies> ties) {
        this.engine = engine;
        this.users = users;
        this.passwords = passwords;
        this.ties = List.copyOf(ties);
        this.documents = users.documents();
    }

    /**
     * Makes a user from what a client sent, {@code Password} among it. A person without one cannot sign in until it is set.
     *
     * @throws Problem 400 with the broken rules, 403
     */
    public Stored<User> create(Principal who, ObjectNode sent) {
        engine.permissions().require(who, GRANTS.create(), "");
        UserBody body = UserBody.creation(sent);
        User asked = typed(body.json());
        if (asked.username().isEmpty()) {
            throw Problem.invalid("Username: a user needs a name to sign in with. Example: \"grace\"");
        }
        Optional<String> hash = hash(asked, body);
        return engine.database().write(tx -> {
            Stored<User> made = documents.insert(tx, who, "", body.json().deepCopy());
            hash.ifPresent(
                    value -> hashes.put(tx, made.id(), value, engine.clock().instant()));
            return made;
        });
    }

    /**
     * Replaces a user. What is left out stays as it is; so do {@code Password}, {@code Username}, {@code IsActive}, {@code IsService} and
     * {@code Identities} that are empty.
     *
     * @throws Problem 400 with the broken rules, 403 for what needs the permission, 404
     */
    public Stored<User> update(Principal who, String idOrMe, ObjectNode sent) {
        Stored<User> seen = users.selfOr(who, GRANTS.edit(), idOrMe);
        boolean mayAll = engine.permissions().holds(who, GRANTS.edit(), "");
        UserBody body = UserBody.change(sent);
        Optional<String> hash = hash(typed(body.completed(seen)), body);
        return engine.database().write(tx -> {
            Stored<User> before = documents.require(tx, "", seen.id());
            ObjectNode json = body.completed(before);
            User wanted = typed(json);
            requireAllowed(who, mayAll || !UserRules.needsPermission(before.value(), wanted));
            refuse(UserRules.changeProblem(before.value(), wanted));
            if (before.value().isActive() && !wanted.isActive()) {
                deactivate(tx, before);
            }
            Stored<User> after = documents.replace(tx, who, before, json);
            hash.ifPresent(value -> changePassword(tx, who, after, value));
            return after;
        });
    }

    /**
     * Deletes a user, with the keys, sessions and memberships that hang on it.
     *
     * @throws Problem 400 for oneself and for the last administrator, 403, 404
     */
    public void delete(Principal who, String idOrMe) {
        engine.permissions().require(who, GRANTS.delete(), "");
        Stored<User> seen = users.selfOr(who, GRANTS.delete(), idOrMe);
        if (seen.id().equals(who.userId())) {
            throw Problem.invalid("Nobody can delete themselves. Ask another administrator to do it.");
        }
        engine.database().change(tx -> {
            Stored<User> user = documents.require(tx, "", seen.id());
            refuse(UserTies.obstacle(ties, tx, user));
            ties.forEach(tie -> tie.release(tx, who, user));
            hashes.remove(tx, user.id());
            documents.remove(tx, who, user);
        });
    }

    /**
     * Ends everything that is signed in as a user, with a password; keys stay.
     *
     * @throws Problem 403 for others without the permission, 404
     */
    public void signOut(Principal who, String idOrMe) {
        Stored<User> user = users.selfOr(who, GRANTS.edit(), idOrMe);
        engine.database().change(tx -> {
            ties.forEach(tie -> tie.signOut(tx, user));
            record(tx, who, user, user.value().username() + " was signed out everywhere");
        });
    }

    private Optional<String> hash(User asked, UserBody body) {
        refuse(UserRules.passwordProblem(asked, body.password()));
        return body.password().map(passwords::hash);
    }

    private void deactivate(Tx tx, Stored<User> user) {
        refuse(UserTies.obstacle(ties, tx, user));
        ties.forEach(tie -> tie.signOut(tx, user));
    }

    private void changePassword(Tx tx, Principal who, Stored<User> user, String hash) {
        hashes.put(tx, user.id(), hash, engine.clock().instant());
        ties.forEach(tie -> tie.signOut(tx, user));
        record(tx, who, user, "The password of " + user.value().username() + " was changed");
    }

    private void record(Tx tx, Principal who, Stored<User> user, String message) {
        engine.audit().record(tx, who, AuditLog.Entry.of("Modified", "", message, List.of(user.id())));
    }

    private User typed(ObjectNode json) {
        return engine.mapper().treeToValue(json, User.class);
    }

    private static void requireAllowed(Principal who, boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden(who.username()
                    + " may change only the display name, the e-mail address and the password of this account."
                    + " Ask an administrator for the rest. Missing permission: " + GRANTS.edit());
        }
    }

    private static void refuse(Optional<String> problem) {
        problem.ifPresent(sentence -> {
            throw Problem.invalid(sentence);
        });
    }
}
