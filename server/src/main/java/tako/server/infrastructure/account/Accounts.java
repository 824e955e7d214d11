package tako.server.infrastructure.account;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tako.server.resource.Dimensions;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;

/** The descriptor of accounts. */
public final class Accounts {
    /** The types of accounts. */
    static final String TYPE = "accountType";

    /** The descriptor. */
    public static final Kind<Account> KIND = Kind.of(Account.class, "Account", "Accounts", "account")
            .references(account -> Reference.from("EnvironmentIds", "Environments", account.environmentIds()))
            .scopings(Accounts::scopings)
            .filters(new Kind.Filter("accountType", TYPE))
            .completion((view, space, json) -> AccountForm.complete(json))
            .rules(draft -> AccountRules.problems(draft.before(), draft.after()))
            .links(Accounts::links)
            .example(Map.of(
                    "Name", "cluster-admin",
                    "AccountType", "Token",
                    "Token", Map.of("HasValue", true, "NewValue", "example")))
            .build();

    private Accounts() {}

    private static Stream<Scoping> scopings(Account account) {
        return Stream.of(
                        Stream.of(new Scoping(TYPE, account.accountType())),
                        account.environmentIds().stream().map(id -> new Scoping(Dimensions.ENVIRONMENT, id)),
                        account.tenantIds().stream().map(id -> new Scoping(Dimensions.TENANT, id)),
                        account.tenantTags().stream().map(tag -> new Scoping(Dimensions.TENANT_TAG, tag)))
                .flatMap(scopings -> scopings);
    }

    private static Map<String, String> links(Account account) {
        var links = new HashMap<>(Map.of("Usages", "{self}/usages"));
        if (account.accountType().equals(AccountType.SSH_KEY_PAIR.wireName())) {
            links.put("PublicKey", "{self}/pk");
        }
        return links;
    }
}
