package tako.server.infrastructure.account;

import java.util.List;
import java.util.Optional;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.server.resource.Documents;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.SecretReader;
import tako.server.resource.SensitiveMember;
import tako.server.resource.Stored;

/** Opens accounts for those who use them: targets, and variables whose value is an account. */
public final class AccountVault {
    private final Documents<Account> accounts;
    private final SecretReader secrets;

    public AccountVault(Documents<Account> accounts, SecretReader secrets) {
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /**
     * An account by its id, for use in some environments; empty when there is none.
     *
     * @throws NotForEnvironment unless it may be used in all of them
     */
    public Optional<AccountMaterial> open(View view, String accountId, List<String> environments) {
        return accounts.anywhere(view, accountId).map(stored -> {
            Account account = stored.value();
            NotForEnvironment.check("The account '" + account.name() + "'", environments, account::isFor);
            return material(view, stored);
        });
    }

    /** A secret member of an account; an empty one for none. */
    Secret secret(View view, Stored<Account> stored, String member) {
        return SensitiveMember.secretId(stored.json(), member)
                .map(id -> secrets.open(view, id))
                .orElse(Secret.of(""));
    }

    private AccountMaterial material(View view, Stored<Account> stored) {
        String type = stored.value().accountType();
        return switch (AccountType.named(type).orElseThrow()) {
            case USERNAME_PASSWORD ->
                new AccountMaterial.UsernamePassword(
                        stored.json().path("Username").asString(""), secret(view, stored, "Password"));
            case TOKEN -> new AccountMaterial.Token(secret(view, stored, "Token"));
            case SSH_KEY_PAIR,
                    AMAZON,
                    AMAZON_ROLE,
                    AMAZON_OIDC,
                    AZURE_SERVICE_PRINCIPAL,
                    AZURE_OIDC,
                    AZURE_SUBSCRIPTION,
                    GOOGLE,
                    GOOGLE_OIDC,
                    GENERIC_OIDC -> new AccountMaterial.Other(type);
        };
    }
}
