package tako.server.people.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A user. Passwords are no part of it.
 *
 * @param username at most 64 characters, unique without regard to case
 * @param displayName how people read it, at most 64 characters; the user name where none is given
 * @param emailAddress "" for none, at most 256 characters
 * @param isActive whether the user may sign in and use keys
 * @param isService whether it is a program's account, which has no password
 * @param identities who the user is to sign-in providers
 */
public record User(
        String id,
        String username,
        String displayName,
        String emailAddress,
        boolean isActive,
        boolean isService,
        List<JsonNode> identities,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public User {
        id = Absent.orEmpty(id);
        username = Absent.orEmpty(username).strip();
        displayName = Absent.or(displayName, username);
        emailAddress = Absent.orEmpty(emailAddress).strip();
        identities = Absent.orEmpty(identities);
        unknown = Absent.orEmpty(unknown);
    }

    /** A person who may sign in. */
    public static User person(String username, String displayName, String emailAddress) {
        return new User("", username, displayName, emailAddress, true, false, List.of(), Map.of());
    }

    @Override
    public String name() {
        return username;
    }
}
