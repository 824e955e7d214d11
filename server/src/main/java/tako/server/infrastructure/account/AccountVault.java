package tako.server.infrastructure.account;

import java.util.Optional;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.server.resource.Documents;
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

    /** An account by its id; empty when there is none. */
    public Optional<AccountMaterial> open(View view, String accountId) {
        return accounts.anywhere(view, accountId).map(stored -> material(view, stored));
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
