package tako.server.library.feed.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Asks one registry as one user. What it is let in with, a token or a password, is kept for this sequence of requests and no longer.
 */
final class Session {
    private final Registry registry;
    private final Sequence sequence;
    private final ObjectReader json;
    private Optional<String> authorization = Optional.empty();

    Session(Registry registry, Sequence sequence, ObjectReader json) {
        this.registry = registry;
        this.sequence = sequence;
        this.json = json;
    }

    /** A page of an answer. */
    record Page(JsonNode content, Optional<URI> next) {}

    /** Asks whether there is a registry that lets one in. */
    void probe() throws RegistryFailure, InterruptedException {
        Answer answer = get(registry.probe());
        boolean says = answer.first("Docker-Distribution-Api-Version").isPresent() || isJson(answer);
        if (!says) {
            throw failure(new RegistryTrouble.NotARegistry("its answer to /v2/ is not JSON"));
        }
    }

    /** The JSON object at an address of the registry. */
    Page page(URI uri) throws RegistryFailure, InterruptedException {
        Answer answer = get(uri);
        JsonNode content = object(answer);
        Optional<String> link = NextLink.of(answer.all("Link"));
        return new Page(content, link.isPresent() ? Optional.of(next(answer.from(), link.get())) : Optional.empty());
    }

    RegistryFailure failure(RegistryTrouble trouble) {
        return sequence.failure(trouble);
    }

    /** The answer at an address, which is a success; signs in on the way where the registry asks for it. */
    private Answer get(URI uri) throws RegistryFailure, InterruptedException {
        Answer answer = sequence.get(uri, authorization);
        if (answer.status() == 401) {
            authorization = Optional.of(signIn(answer));
            answer = sequence.get(uri, authorization);
        }
        if (answer.status() != 200) {
            throw failure(StatusTroubles.of(answer, registry.login().isPresent()));
        }
        return answer;
    }

    private String signIn(Answer refused) throws RegistryFailure, InterruptedException {
        Optional<Challenge> challenge = Challenge.best(Challenge.parse(refused.all("WWW-Authenticate")));
        if (challenge.filter(Challenge::isBearer).isPresent()) {
            return "Bearer " + token(challenge.get());
        }
        return basic().orElseThrow(() -> failure(new RegistryTrouble.Unauthorized(false)));
    }

    /** A token of the server that the registry names for it: the one place beside the registry that is shown the password. */
    private String token(Challenge challenge) throws RegistryFailure, InterruptedException {
        Optional<URI> realm = Tokens.address(registry.base(), challenge);
        if (realm.isEmpty()) {
            throw failure(new RegistryTrouble.NotARegistry("the address at which it wants one to sign in is unusable"));
        }
        boolean downgraded = Addresses.isSecure(registry.base()) && !Addresses.isSecure(realm.get());
        if (downgraded && registry.login().isPresent()) {
            throw failure(new RegistryTrouble.SentElsewhere("signing in", Addresses.origin(realm.get())));
        }
        Answer answer = sequence.get(realm.get(), basic());
        if (answer.status() != 200) {
            throw failure(StatusTroubles.of(answer, registry.login().isPresent()));
        }
        return Tokens.of(object(answer))
                .orElseThrow(() -> failure(
                        new RegistryTrouble.NotARegistry("the server at which it wants one to sign in gave no token")));
    }

    private Optional<String> basic() {
        return registry.login().map(login -> {
            String pair = login.username() + ":" + login.password().reveal();
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The next page, on the registry itself: behind a proxy its links often name another scheme or port. */
    private URI next(URI from, String link) throws RegistryFailure {
        URI to = Addresses.resolve(from, link)
                .orElseThrow(() -> failure(new RegistryTrouble.NotARegistry("its next page has no usable address")));
        if (!to.getHost().equalsIgnoreCase(registry.base().getHost())) {
            throw failure(new RegistryTrouble.SentElsewhere("its next page", Addresses.origin(to)));
        }
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        return URI.create(
                registry.base().getScheme() + "://" + registry.base().getRawAuthority() + to.getRawPath() + query);
    }

    private JsonNode object(Answer answer) throws RegistryFailure {
        try {
            JsonNode content = json.readTree(answer.body());
            if (content.isObject()) {
                return content;
            }
        } catch (JacksonException unreadable) {
            throw failure(new RegistryTrouble.NotARegistry("its answer is not JSON"));
        }
        throw failure(new RegistryTrouble.NotARegistry("its answer is no JSON object"));
    }

    private static boolean isJson(Answer answer) {
        return answer.first("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
    }
}
