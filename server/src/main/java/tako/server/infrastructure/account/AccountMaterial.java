package tako.server.infrastructure.account;

import tako.platform.secret.Secret;

/** What an account gives to those who sign in with it. */
public sealed interface AccountMaterial {
    /** A name and a password; an empty password for none. */
    record UsernamePassword(String username, Secret password) implements AccountMaterial {}

    /** A bearer token; an empty one for none. */
    record Token(Secret token) implements AccountMaterial {}

    /**
     * An account of a type that this version cannot sign in with.
     *
     * @param type as on the wire
     */
    record Other(String type) implements AccountMaterial {}
}
