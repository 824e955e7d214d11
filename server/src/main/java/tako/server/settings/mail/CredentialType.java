package tako.server.settings.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of credentials of the SMTP configuration. */
enum CredentialType {
    NONE("None", "", true),
    USERNAME_PASSWORD("UsernamePassword", "SmtpPassword", true),
    /** A kind of ours: a token that somebody got elsewhere. */
    ACCESS_TOKEN("AccessToken", "AccessToken", true),
    GOOGLE("Google", "", false),
    MICROSOFT("Microsoft", "", false),
    AZURE("Azure", "", false);

    private final String wireName;
    private final String secret;
    private final boolean usable;

    CredentialType(String wireName, String secret, boolean usable) {
        this.wireName = wireName;
        this.secret = secret;
        this.usable = usable;
    }

    /** As on the wire. */
    String wireName() {
        return wireName;
    }

    /** The sensitive member that goes with a login; "" for none. */
    String secret() {
        return secret;
    }

    /** Whether this version can sign in with it: others are kept as they are. */
    boolean isUsable() {
        return usable;
    }

    static Optional<CredentialType> named(String text) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(CredentialType::wireName).toList();
    }
}
