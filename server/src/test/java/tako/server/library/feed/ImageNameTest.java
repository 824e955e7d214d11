package tako.server.library.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
    @ParameterizedTest
    @CsvSource({
        "https://r.example.org,           '',                       r.example.org/team/web:1.2.3",
        "http://localhost:5000/v2/,       '',                       localhost:5000/team/web:1.2.3",
        "https://r.example.org,           r.example.org/docker/,    r.example.org/docker/team/web:1.2.3",
        "https://api.example.org/x,       https://r.example.org:8443/a/b, r.example.org:8443/a/b/team/web:1.2.3",
        "https://index.docker.io,         '',                       index.docker.io/team/web:1.2.3",
        "https://index.docker.io/v1/,     '',                       index.docker.io/team/web:1.2.3",
        "https://registry-1.docker.io,    '',                       index.docker.io/team/web:1.2.3",
        "https://hub.docker.com,          '',                       index.docker.io/team/web:1.2.3",
        "https://DOCKER.io,               '',                       index.docker.io/team/web:1.2.3",
        "https://index.docker.io,         mirror.example.org/hub,   mirror.example.org/hub/team/web:1.2.3",
        "oci://r.example.org/charts,      '',                       r.example.org/team/web:1.2.3"
    })
    void beginsWithTheRegistryPathElseTheHost(String uri, String path, String image) {
        assertThat(ImageName.of(feed(uri, path), "team/web", "1.2.3")).isEqualTo(image);
    }

    @Test
    void aDigestFollowsAnAt() {
        assertThat(ImageName.of(new RegistryAddress("r.example.org"), "web", "sha256:7f3a"))
                .isEqualTo("r.example.org/web@sha256:7f3a");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        assertThat(ImageName.of(new RegistryAddress(""), "web", "1")).isEqualTo("web:1");
        assertThat(ImageName.of(new RegistryAddress("r.example.org"), "web", ""))
                .isEqualTo("r.example.org/web");
    }

    private static Feed feed(String uri, String path) {
        return FeedRulesTest.feed(Map.of("FeedType", "Docker", "FeedUri", uri, "RegistryPath", path));
    }
}
