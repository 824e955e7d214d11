package tako.server.people.setup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.platform.secret.Secret;
import tako.server.people.setup.Setup.Done;
import tako.server.people.setup.Setup.Wanted;
import tako.server.people.signin.Sessions;
import tako.server.people.user.PasswordRules;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.Absent;
import tako.server.resource.Stored;

/** The routes of the first start: a page for people, and the same as JSON. The one-time token is the proof, also against forged requests. */
public final class SetupRoutes {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int GONE = 410;

    private final Setup setup;
    private final Users users;
    private final Sessions sessions;

    public SetupRoutes(Setup setup, Users users, Sessions sessions) {
        this.setup = setup;
        this.users = users;
        this.sessions = sessions;
    }

    /** Whether there is something to set up. */
    record Facts(boolean isSetupNeeded, String passwordRules) {}

    /** The body that sets up. */
    record Draft(String token, String username, String displayName, String emailAddress, String password) {
        Draft {
            token = Absent.orEmpty(token);
            username = Absent.orEmpty(username);
            displayName = Absent.orEmpty(displayName);
            emailAddress = Absent.orEmpty(emailAddress);
            password = Absent.orEmpty(password);
        }

        Wanted wanted() {
            return new Wanted(Secret.of(token), username, displayName, emailAddress, Secret.of(password));
        }

        @Override
        public String toString() {
            return "Draft[username=" + username + "]";
        }
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/setup")
                        .in(Scope.ROOT)
                        .anonymous()
                        .query("token")
                        .summary("The page on which the first administrator's password is set")
                        .does(this::page),
                Endpoint.post("/setup")
                        .in(Scope.ROOT)
                        .anonymous()
                        .summary("Sets the first administrator's password, as that page's form")
                        .takes(
                                byte[].class,
                                "token=T&username=admin&password=a+long+sentence".getBytes(StandardCharsets.UTF_8),
                                this::submit),
                Endpoint.get("/portal/setup")
                        .in(Scope.SYSTEM)
                        .anonymous()
                        .summary("Whether the first administrator still has no password")
                        .answers(Facts.class)
                        .does(call -> Response.ok(new Facts(setup.isNeeded(), PasswordRules.SENTENCE))),
                Endpoint.post("/portal/setup")
                        .in(Scope.SYSTEM)
                        .anonymous()
                        .summary("Sets the first administrator's password")
                        .answers(Map.class)
                        .takes(
                                Draft.class,
                                Map.of("Token", "T", "Username", "admin", "Password", "a long sentence"),
                                this::finish));
    }

    private Response page(Call<Void> call) {
        Optional<Secret> token = call.query("token").map(Secret::of);
        if (token.isEmpty()) {
            return setup.isNeeded()
                    ? SetupPage.message(
                            OK,
                            "Use the link that the server showed",
                            "When this server started it showed a link to this page with a token in it. Open that link;"
                                    + " it proves that you are the one who started the server.")
                    : alreadySetUp();
        }
        try {
            Stored<User> user = setup.user(token.get());
            return SetupPage.form(OK, token.get(), user.value().username(), "");
        } catch (Problem refused) {
            return SetupPage.message(GONE, "This link does not work", text(refused));
        }
    }

    private Response submit(Call<byte[]> call) {
        SetupForm form = SetupForm.parse(call.body());
        Secret token = Secret.of(form.field("token"));
        var wanted = new Wanted(token, form.field("username"), "", "", Secret.of(form.field("password")));
        try {
            Done done = setup.finish(wanted, call.client());
            return withCookies(SetupPage.done(done), done);
        } catch (Problem refused) {
            return again(token, form.field("username"), refused);
        }
    }

    /** The form again, if its token is still good; else why not. */
    private Response again(Secret token, String username, Problem refused) {
        try {
            setup.user(token);
            return SetupPage.form(BAD_REQUEST, token, username, text(refused));
        } catch (Problem unusable) {
            return SetupPage.message(GONE, "This link does not work", text(unusable));
        }
    }

    private Response finish(Call<Draft> call) {
        Done done = setup.finish(call.body().wanted(), call.client());
        var who = new Principal(done.user().id(), done.user().value().username(), "", "", "");
        var body = Map.of(
                "User", users.present(who, done.user()), "ApiKey", done.apiKey().reveal());
        return new Response.Json(OK, body, sessions.cookies(done.session(), false));
    }

    private Response withCookies(Response.Text page, Done done) {
        List<Response.Header> headers = Stream.concat(
                        page.headers().stream(), sessions.cookies(done.session(), false).stream())
                .toList();
        return new Response.Text(page.status(), page.mediaType(), page.text(), headers);
    }

    private static Response alreadySetUp() {
        return SetupPage.message(
                OK,
                "This server is set up",
                "The first administrator has a password. Sign in with it, or use an API key.");
    }

    private static String text(Problem problem) {
        return problem.errors().isEmpty() ? problem.getMessage() : String.join(" ", problem.errors());
    }
}
