package tako.server.settings.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.resource.Members;
import tako.server.resource.SensitiveMember;
import tako.server.settings.mail.smtp.Tls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between what clients send and read of the SMTP configuration and what is kept. Older clients have the credentials beside the host, and
 * send a password as {@code NewSmtpPassword}, where nothing means "as before".
 */
final class SmtpForm {
    /** What is read and never kept. */
    private static final List<String> SHOWN_ONLY =
            List.of("Id", "Links", "LastModifiedOn", "LastModifiedBy", "SmtpLogin", "SmtpPassword", "NewSmtpPassword");

    private static final String DETAILS = "Details";
    private static final String LOGIN = "SmtpLogin";
    private static final String PASSWORD = CredentialType.USERNAME_PASSWORD.secret();
    private static final String NEW_PASSWORD = "NewSmtpPassword";
    private static final String ENABLE_SSL = "EnableSsl";

    private final JsonMapper mapper;

    SmtpForm(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** A client's body as it is to be kept, new secrets still in it. */
    ObjectNode normal(ObjectNode body) {
        ObjectNode json = body.deepCopy();
        ObjectNode details = details(body);
        SHOWN_ONLY.forEach(name -> Members.remove(json, name));
        Members.remove(json, DETAILS);
        json.set(DETAILS, details);
        derive(json);
        return mapper.valueToTree(typed(json));
    }

    SmtpConfiguration typed(ObjectNode json) {
        return mapper.treeToValue(json, SmtpConfiguration.class);
    }

    /** Whether a secret that is stored would be used on. */
    boolean keepsSecret(ObjectNode before, ObjectNode wanted) {
        return before.get(DETAILS) instanceof ObjectNode had
                && wanted.get(DETAILS) instanceof ObjectNode details
                && Stream.of(CredentialType.USERNAME_PASSWORD, CredentialType.ACCESS_TOKEN)
                        .map(CredentialType::secret)
                        .anyMatch(
                                secret -> SensitiveMember.secretId(had, secret).isPresent()
                                        && SensitiveMember.keeps(details, secret));
    }

    /** Who names a kind of TLS and says nothing else means that too. */
    private static void derive(ObjectNode json) {
        Optional<Tls> tls = text(json, "Tls").flatMap(Tls::named);
        boolean silent =
                Members.find(json, ENABLE_SSL).filter(node -> !node.isNull()).isEmpty();
        tls.filter(one -> silent).ifPresent(one -> json.put(ENABLE_SSL, one.isRequired()));
    }

    private static ObjectNode details(ObjectNode body) {
        Optional<JsonNode> written = Members.find(body, DETAILS);
        ObjectNode details =
                written.isPresent() && written.get() instanceof ObjectNode object ? object.deepCopy() : older(body);
        newPassword(body)
                .or(() -> newPassword(details))
                .ifPresent(value -> SensitiveMember.set(details, PASSWORD, value));
        Members.remove(details, NEW_PASSWORD);
        CredentialType.named(text(details, "CredentialType").orElse(CredentialType.NONE.wireName()))
                .ifPresent(type -> complete(details, type));
        return details;
    }

    private static ObjectNode older(ObjectNode body) {
        ObjectNode details = body.objectNode();
        Optional<String> login = text(body, LOGIN);
        CredentialType type = login.isPresent() ? CredentialType.USERNAME_PASSWORD : CredentialType.NONE;
        details.put("CredentialType", type.wireName());
        login.ifPresent(name -> details.put(LOGIN, name));
        Members.find(body, PASSWORD).ifPresent(password -> details.set(PASSWORD, password));
        return details;
    }

    /** The type's own letter case, its secret as one, and no secret of another type. */
    private static void complete(ObjectNode details, CredentialType type) {
        Members.remove(details, "CredentialType");
        details.put("CredentialType", type.wireName());
        for (CredentialType each : List.of(CredentialType.USERNAME_PASSWORD, CredentialType.ACCESS_TOKEN)) {
            if (each != type) {
                Members.remove(details, each.secret());
            }
        }
        if (type.secret().isEmpty()) {
            Members.remove(details, LOGIN);
        } else if (Members.find(details, type.secret())
                .filter(node -> !node.isNull())
                .isEmpty()) {
            SensitiveMember.keep(details, type.secret(), true);
        } else {
            SensitiveMember.normalise(details, type.secret());
        }
    }

    private static Optional<String> newPassword(ObjectNode body) {
        return text(body, NEW_PASSWORD);
    }

    private static Optional<String> text(ObjectNode body, String name) {
        return Members.find(body, name)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(value -> !value.isBlank());
    }
}
