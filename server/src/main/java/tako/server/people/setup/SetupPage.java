package tako.server.people.setup;

import java.util.Base64;
import java.util.List;
import tako.platform.digest.Sha256;
import tako.platform.http.Response;
import tako.platform.secret.Secret;
import tako.server.people.user.PasswordRules;

/** The one page of the first start: plain HTML that loads nothing, runs nothing and works in every browser. */
final class SetupPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem}
            label{display:block;font-weight:600;margin-top:1rem}
            input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin-top:.25rem}
            button{font:inherit;padding:.5rem 1.5rem;margin-top:1.5rem}
            code{display:block;overflow-wrap:anywhere;padding:.75rem;border:1px solid;user-select:all}
            [role=alert]{border-left:.3rem solid #c22;padding-left:.75rem}
            """;
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final int OK = 200;

    private SetupPage() {}

    /**
     * The form.
     *
     * @param problem why the last try was refused, "" at first
     */
    static Response.Text form(int status, Secret token, String username, String problem) {
        String alert = problem.isEmpty() ? "" : "<p role=\"alert\" id=\"problem\">" + escape(problem) + "</p>\n";
        return page(status, "Set the administrator's password", """
                <p>This sets the password of the first administrator of this server. The link works once.</p>
                %s<form method="post" action="/setup">
                <input type="hidden" name="token" value="%s">
                <label for="username">User name</label>
                <input id="username" name="username" value="%s" autocomplete="username" maxlength="64" required>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="new-password" required \
                aria-describedby="rules">
                <p id="rules">%s</p>
                <button type="submit">Set the password</button>
                </form>""".formatted(
                        alert, escape(token.reveal()), escape(username), escape(PasswordRules.SENTENCE)));
    }

    /** That it worked, and the API key, this once. */
    static Response.Text done(Setup.Done done) {
        return page(OK, "The password is set", """
                <p>You are signed in as <strong>%s</strong>.</p>
                <h2>Your API key</h2>
                <p>Programs use it in place of the password. It is shown only now; keep it like a password.</p>
                <code>%s</code>
                <p>Try it: send it in the header <kbd>X-Octopus-ApiKey</kbd> to <kbd>/api/users/me</kbd>.</p>""".formatted(
                escape(done.user().value().username()), escape(done.apiKey().reveal())));
    }

    /** Why there is nothing to do here, and what to do instead. */
    static Response.Text message(int status, String title, String text) {
        return page(status, title, "<p>" + escape(text) + "</p>");
    }

    private static Response.Text page(int status, String title, String content) {
        String html = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Tako</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), STYLE, escape(title), content);
        return new Response.Text(
                status,
                "text/html",
                html,
                List.of(
                        new Response.Header("Content-Security-Policy", POLICY),
                        new Response.Header("Referrer-Policy", "no-referrer")));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
