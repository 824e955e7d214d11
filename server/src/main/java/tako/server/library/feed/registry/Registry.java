package tako.server.library.feed.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tako.platform.secret.Secret;

/**
 * A registry to be asked.
 *
 * @param base where its protocol lives, without {@code /v2/} and without a slash at its end
 * @param search an address to which a term is added, where there is a search in place of a catalogue: Docker Hub
 * @param login empty when it is asked without credentials
 */
public record Registry(URI base, Optional<URI> search, Optional<Login> login) {
    /** Docker Hub's protocol; its other names answer with pages for people. */
    private static final URI DOCKER_HUB = URI.create("https://registry-1.docker.io");

    private static final URI DOCKER_HUB_SEARCH = URI.create("https://index.docker.io/v1/search?n=100&q=");
    private static final Pattern VERSION = Pattern.compile("/(?:v1|v2)?/*$");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*" + "(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final int LONGEST_NAME = 255;

    /** Who asks. */
    public record Login(String username, Secret password) {}

    /** The registry at an address, which may end in {@code /v1} or {@code /v2} as people copy it. */
    public static Registry at(URI address, Optional<Login> login) {
        String scheme = "http".equalsIgnoreCase(address.getScheme()) ? "http" : "https";
        String path = VERSION.matcher(Optional.ofNullable(address.getRawPath()).orElse(""))
                .replaceFirst("");
        return new Registry(URI.create(scheme + "://" + address.getRawAuthority() + path), Optional.empty(), login);
    }

    /** Docker Hub. */
    public static Registry dockerHub(Optional<Login> login) {
        return new Registry(DOCKER_HUB, Optional.of(DOCKER_HUB_SEARCH), login);
    }

    /** Whether a text can be the name of a repository. */
    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    /** Host and port, for people. */
    String host() {
        return Addresses.host(base);
    }

    /** The address that says whether there is a registry. */
    URI probe() {
        return v2("");
    }

    /** The first page of all repositories. */
    URI catalogue(int page) {
        return v2("_catalog?n=" + page);
    }

    /** The first page of the tags of a repository; Docker Hub keeps its official images below {@code library}. */
    URI tags(String repository, int page) {
        String full = base.equals(DOCKER_HUB) && !repository.contains("/") ? "library/" + repository : repository;
        return v2(full + "/tags/list?n=" + page);
    }

    /** Where to search for a term; empty where the catalogue is read. */
    Optional<URI> search(String term) {
        return search.map(address -> URI.create(address + URLEncoder.encode(term, StandardCharsets.UTF_8)));
    }

    private URI v2(String rest) {
        return URI.create(base + "/v2/" + rest);
    }
}
