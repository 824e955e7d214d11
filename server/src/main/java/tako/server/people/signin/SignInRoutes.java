package tako.server.people.signin;

import java.util.List;
import java.util.Map;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.platform.secret.Secret;
import tako.server.people.signin.SignIn.Attempt;
import tako.server.people.signin.SignIn.SignedIn;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.Absent;

/** The routes of signing in and out. */
public final class SignInRoutes {
    private static final int OK = 200;

    private final SignIn signIn;
    private final Sessions sessions;
    private final Users users;

    public SignInRoutes(SignIn signIn, Sessions sessions, Users users) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.users = users;
    }

    /** The body of a sign-in; what a browser says of its state is not needed. */
    record Login(String username, String password, boolean rememberMe) {
        Login {
            username = Absent.orEmpty(username);
            password = Absent.orEmpty(password);
        }

        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.post("/users/login")
                        .in(Scope.SYSTEM)
                        .anonymous()
                        .summary("Signs in with a user name and a password")
                        .answers(User.class)
                        .takes(
                                Login.class,
                                Map.of("Username", "ada", "Password", "a long sentence", "RememberMe", false),
                                this::login),
                authentication("/users/authentication", "In which ways people sign in")
                        .does(call -> Response.ok(UserAuthentication.PASSWORD)),
                authentication("/users/authentication/{id}", "In which ways a user signs in")
                        .does(call -> {
                            users.get(call.principal(), call.path("id"));
                            return Response.ok(UserAuthentication.PASSWORD);
                        }),
                Endpoint.post("/users/logout")
                        .in(Scope.SYSTEM)
                        .summary("Signs out")
                        .does(this::logout));
    }

    private static Endpoint authentication(String path, String summary) {
        return Endpoint.get(path).in(Scope.SYSTEM).summary(summary).answers(UserAuthentication.class);
    }

    private Response login(Call<Login> call) {
        requireOwnPage(call);
        Login login = call.body();
        SignedIn signedIn = signIn.signIn(
                new Attempt(login.username(), Secret.of(login.password()), login.rememberMe()), call.client());
        var who = new Principal(signedIn.user().id(), signedIn.user().value().username(), "", "", "");
        return new Response.Json(
                OK, users.present(who, signedIn.user()), sessions.cookies(signedIn.token(), login.rememberMe()));
    }

    /** Another site must not sign a browser in as somebody else without its user noticing. */
    private static void requireOwnPage(Call<?> call) {
        if (call.header("Sec-Fetch-Site").filter("cross-site"::equalsIgnoreCase).isPresent()) {
            throw Problem.forbidden("A page of another site tried to sign you in. Sign in on this server's own page.");
        }
    }

    private Response logout(Call<Void> call) {
        call.cookie(sessions.cookieName()).ifPresent(sessions::end);
        return new Response.Json(OK, Map.of(), sessions.noCookies());
    }
}
