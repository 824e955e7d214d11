package tako.server.infrastructure.account;

import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tako.server.resource.Usages;

/** What is asked about accounts beside their documents: who uses one, its public key, whether it works. */
public final class AccountUse {
    private final Engine engine;
    private final Documents<Account> accounts;
    private final AccountVault vault;
    private final Usages usages;

    public AccountUse(Engine engine, Documents<Account> accounts, AccountVault vault, Usages usages) {
        this.engine = engine;
        this.accounts = accounts;
        this.vault = vault;
        this.usages = usages;
    }

    /**
     * What came of looking at an account by itself.
     *
     * @param message for people
     */
    record Finding(String message) {}

    /** @throws Problem 404 */
    AccountUsage usages(Principal who, String space, String idOrSlug) {
        String id = accounts.get(who, space, idOrSlug).id();
        return AccountUsage.of(id, "/api/" + space + "/accounts/" + id + "/usages", usages.of(who, space, id));
    }

    /** The public key of an SSH account, in the form of {@code authorized_keys}. @throws Problem 404 where there is none */
    String publicKey(Principal who, String space, String idOrSlug) {
        Stored<Account> account = accounts.get(who, space, idOrSlug);
        Secret key = engine.database().read(view -> vault.secret(view, account, "PrivateKeyFile"));
        return SshPublicKey.of(key)
                .orElseThrow(() -> Problem.of(
                        404,
                        "Account '" + account.value().name() + "' holds no private key that a public one can be read"
                                + " from. Upload a private key file that ssh-keygen made."));
    }

    /** Whether an account works by itself, as far as that can be told. @throws Problem 404 */
    Finding verify(Principal who, String space, String idOrSlug) {
        Account account = accounts.get(who, space, idOrSlug).value();
        boolean usable = AccountType.named(account.accountType())
                .filter(type -> type == AccountType.TOKEN || type == AccountType.USERNAME_PASSWORD)
                .isPresent();
        return new Finding(
                usable
                        ? "Account '" + account.name() + "' is kept. Whether it is let in only the place it is for can"
                                + " tell: check the health of a target that uses it."
                        : "Account '" + account.name()
                                + "' is kept, but this version cannot sign in with accounts of the" + " type "
                                + account.accountType() + ". Use one of the type Token or UsernamePassword.");
    }
}
