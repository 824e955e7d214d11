package tako.server.settings.mail.smtp;

import tako.platform.secret.Secret;

/** What a mail server is signed in to with. */
public sealed interface SmtpCredentials {
    /** It takes mail of everybody who reaches it. */
    record Nobody() implements SmtpCredentials {}

    /** A name and a password (RFC 4954). */
    record Password(String login, Secret password) implements SmtpCredentials {}

    /** A name and an OAuth 2 access token, by the mechanism XOAUTH2. */
    record AccessToken(String login, Secret token) implements SmtpCredentials {}
}
