package tako.server.infrastructure.account;

import java.util.Optional;
import tako.server.resource.Members;
import tako.server.resource.SensitiveMember;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the members of an account's type into their form: their own letter case, secrets as secrets however they were written,
 * lists and maps never absent. Members of other types, and unknown ones, stay as they are.
 */
final class AccountForm {
    private AccountForm() {}

    /** @param json changed in place */
    static void complete(ObjectNode json) {
        AccountType.named(json.path("AccountType").asString("")).ifPresent(type -> {
            json.put("AccountType", type.wireName());
            type.members().forEach(member -> complete(json, member));
        });
    }

    private static void complete(ObjectNode json, AccountType.Member member) {
        switch (member.holds()) {
            case SECRET -> SensitiveMember.normalise(json, member.name());
            case TEXT, ID -> written(json, member.name()).ifPresent(value -> json.set(member.name(), value));
            case LIST -> json.set(member.name(), written(json, member.name()).orElseGet(json::arrayNode));
            case MAP -> json.set(member.name(), written(json, member.name()).orElseGet(json::objectNode));
        }
    }

    /** Takes a member out, under whatever spelling; null, and an empty text, are none. */
    private static Optional<JsonNode> written(ObjectNode json, String name) {
        Optional<JsonNode> value = Members.find(json, name)
                .filter(node ->
                        !node.isNull() && !(node.isString() && node.asString().isEmpty()));
        Members.remove(json, name);
        return value;
    }
}
