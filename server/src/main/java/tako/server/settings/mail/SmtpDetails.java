package tako.server.settings.mail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * What a mail server is signed in to with.
 *
 * @param credentialType of {@link CredentialType}, by its wire name
 * @param members those of its type, secrets among them
 */
public record SmtpDetails(
        String credentialType,
        String smtpLogin,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> members) {
    public SmtpDetails {
        credentialType = Absent.or(credentialType, CredentialType.NONE.wireName());
        smtpLogin = Absent.orEmpty(smtpLogin).strip();
        members = Absent.orEmpty(members);
    }
}
