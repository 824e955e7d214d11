package tako.e2e.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.e2e.Setup.items;
import static tako.e2e.Setup.object;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Setup;
import tako.e2e.Wire;
import tako.testbed.TestCluster;
import tako.testbed.TestRegistry;
import tools.jackson.databind.JsonNode;

/** A registry added as a feed, searched, and asked for the newest version, as clients do it. */
@Tag("cluster")
class FeedRoutesTest {
    @Test
    void aRegistryIsAddedTestedAndSearched() {
        try (TestRegistry registry = TestRegistry.plain(TestCluster.join());
                RunningServer server = RunningServer.start(FreshHome.named("feed"))) {
            List.of("1.9.0", "1.10.0", "latest", "2.0.0-rc")
                    .forEach(tag -> registry.push("hello:1", "team/hello:" + tag));
            Wire wire = server.wire();
            var setup = new Setup(wire);
            String feed = setup.create(
                            "feeds",
                            object().put("Name", "Registry")
                                    .put("FeedType", "Docker")
                                    .put("FeedUri", registry.url().toString()))
                    .path("Id")
                    .asString();
            String path = setup.path("feeds/" + feed);

            assertThat(wire.post(path + "/test", object())
                            .succeeded()
                            .json()
                            .path("Message")
                            .asString())
                    .startsWith(registry.address() + " answers as a container registry does");
            assertThat(items(wire.get(path + "/packages/search?term=HEL")
                            .succeeded()
                            .json()))
                    .extracting(item -> item.path("Id").asString())
                    .containsExactly("team/hello");
            JsonNode page = wire.get(path + "/packages/versions?packageId=team/hello&take=2")
                    .succeeded()
                    .json();
            assertThat(page.path("TotalResults").asInt()).isEqualTo(4);
            assertThat(page.at("/Links/Page.Next").asString()).contains("packageId=team/hello", "skip=2");
            assertThat(items(page))
                    .extracting(item -> item.path("Version").asString())
                    .containsExactly("2.0.0-rc", "1.10.0");
            assertThat(wire.get(path + "/packages?packageId=team/hello&partialMatch=false&includeMultipleVersions=false"
                                    + "&versionRange=%5B1.0,2.0)&preReleaseTag=%5E$&take=1")
                            .succeeded()
                            .json()
                            .at("/0/Version")
                            .asString())
                    .isEqualTo("1.10.0");
        }
    }
}
