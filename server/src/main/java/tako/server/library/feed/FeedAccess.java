package tako.server.library.feed;

import java.util.Optional;
import tako.platform.secret.Secret;

/**
 * What a deployment, or a search, needs of a feed.
 *
 * @param id {@code Feeds-1001}
 * @param name what people call it
 * @param type {@code Docker}, …
 * @param uri its address as written; "" for none
 * @param registry what names of its images begin with
 * @param username empty for none
 * @param password empty for none
 */
public record FeedAccess(
        String id,
        String name,
        String type,
        String uri,
        RegistryAddress registry,
        Optional<String> username,
        Optional<Secret> password) {

    /** Whether it is asked with credentials. */
    public boolean hasCredentials() {
        return username.isPresent() && password.isPresent();
    }

    /** The full name of an image of it. */
    public String image(String packageId, String version) {
        return ImageName.of(registry, packageId, version);
    }
}
