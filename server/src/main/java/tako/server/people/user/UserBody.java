package tako.server.people.user;

import java.util.List;
import java.util.Optional;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.resource.Members;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sent of a user: the document, and apart from it the password, which is never kept with it.
 *
 * @param json the document without what the server says of it
 */
record UserBody(ObjectNode json, Optional<Secret> password) {
    private static final String PASSWORD = "Password";
    private static final String IS_ACTIVE = "IsActive";

    /** Members that stay as they are in a change also where a client sends them empty; the others only where they are left out. */
    private static final List<String> KEPT = List.of("Username", IS_ACTIVE, "IsService", "Identities");

    /** Members that depend on who reads. */
    private static final List<String> OF_READER = List.of("IsRequestor", "CanPasswordBeEdited");

    /** A new user, who is active unless the client says otherwise. */
    static UserBody creation(ObjectNode sent) {
        UserBody body = of(sent);
        if (isAbsent(body.json, IS_ACTIVE)) {
            Members.remove(body.json, IS_ACTIVE);
            body.json.put(IS_ACTIVE, true);
        }
        return body;
    }

    /** A user in place of another. */
    static UserBody change(ObjectNode sent) {
        return of(sent);
    }

    /** The document with what was left out as it was before. */
    ObjectNode completed(Stored<User> before) {
        ObjectNode whole = json.deepCopy();
        before.json().properties().stream()
                .filter(member -> isKept(member.getKey()))
                .forEach(member -> {
                    Members.remove(whole, member.getKey());
                    whole.set(member.getKey(), member.getValue());
                });
        return whole;
    }

    private boolean isKept(String name) {
        return KEPT.contains(name)
                ? isAbsent(json, name)
                : Members.find(json, name).isEmpty();
    }

    private static UserBody of(ObjectNode sent) {
        Optional<Secret> password = password(sent);
        ObjectNode json = sent.deepCopy();
        Members.remove(json, PASSWORD);
        OF_READER.forEach(name -> Members.remove(json, name));
        return new UserBody(json, password);
    }

    private static Optional<Secret> password(ObjectNode sent) {
        Optional<JsonNode> member = Members.find(sent, PASSWORD).filter(value -> !value.isNull());
        if (member.filter(value -> !value.isString()).isPresent()) {
            throw Problem.invalid("Password: send it as a text.");
        }
        return member.map(JsonNode::asString).filter(text -> !text.isEmpty()).map(Secret::of);
    }

    private static boolean isAbsent(ObjectNode json, String name) {
        return Members.find(json, name)
                .filter(value -> !value.isNull()
                        && !(value.isString() && value.asString().isBlank()))
                .isEmpty();
    }
}
