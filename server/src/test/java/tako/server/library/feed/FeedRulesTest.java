package tako.server.library.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.WireMapper;
import tools.jackson.databind.node.ObjectNode;

class FeedRulesTest {
    static Stream<String> kinds() {
        return FeedType.ALL.stream().map(FeedType::name).filter(name -> !name.equals("BuiltIn"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsKept(String type) {
        assertThat(problems(Map.of("FeedType", type, "FeedUri", "https://feed.example.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thoseThatAreReachedByAnAddressNeedOne(String type) {
        boolean hasNone = List.of("OctopusProject", "AwsElasticContainerRegistry", "S3", "GcsStorage")
                .contains(type);

        assertThat(problems(Map.of("FeedType", type)).isEmpty()).isEqualTo(hasNone);
    }

    @Test
    void aFeedWithoutAKindIsNuGet() {
        assertThat(feed(Map.of("FeedUri", "https://feed.example.org")).feedType())
                .isEqualTo("NuGet");
    }

    @Test
    void anUnknownKindIsToldWhichThereAre() {
        assertThat(problems(Map.of("FeedType", "Floppy")))
                .singleElement()
                .asString()
                .startsWith("FeedType: 'Floppy' is no type of feeds. Choose one of OctopusProject, NuGet, Docker,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:5000", "https://charts", "HTTPS://r.example.org/v2/", "oci://r.example.org/a"})
    void theseAreAddresses(String uri) {
        assertThat(problems(Map.of("FeedType", "Docker", "FeedUri", uri))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:5000", "registry", "ftp://r.example.org", "https://", "https://a b", "file:///etc"})
    void theseAreNone(String uri) {
        assertThat(problems(Map.of("FeedType", "Docker", "FeedUri", uri)))
                .singleElement()
                .asString()
                .startsWith("FeedUri: '" + uri + "' is no address of a feed.");
    }

    @Test
    void anAddressHoldsNoCredentialsAndTheRefusalDoesNotRepeatThem() {
        assertThat(problems(Map.of("FeedType", "Docker", "FeedUri", "https://ada:hunter2@r.example.org")))
                .singleElement()
                .asString()
                .contains("Send them as Username and Password")
                .doesNotContain("hunter2");
        assertThat(problems(Map.of("FeedType", "Docker", "FeedUri", "ftp://ada:hunter2@r.example.org")))
                .singleElement()
                .asString()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"r.example.org", "r.example.org:5000/team/sub", "https://r.example.org/team/", "[::1]:5000"})
    void theseBeginNamesOfImages(String path) {
        assertThat(problems(docker(path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.example.org/a b", "r.example.org//a", "-r", "r.example.org:port", "r.example.org/a?b"})
    void theseDoNot(String path) {
        assertThat(problems(docker(path))).singleElement().asString().startsWith("RegistryPath: '" + path);
    }

    @Test
    void hostileRegistryPathsAreRefusedShortly() {
        assertThat(problems(docker("r.example.org" + "/a".repeat(100_000))))
                .singleElement()
                .asString()
                .isEqualTo(
                        "RegistryPath: this is longer than 255 characters. Write a host and, if wanted, a port and a path.");
        assertThat(problems(docker("r.example.org/" + "a".repeat(241)))).isEmpty();
        assertThat(problems(docker("r.example.org/" + "a".repeat(242)))).hasSize(1);
    }

    @Test
    void placesToFetchToAreOfThree() {
        assertThat(problems(Map.of("FeedType", "S3", "PackageAcquisitionLocationOptions", List.of("Server", "Moon"))))
                .singleElement()
                .asString()
                .startsWith("PackageAcquisitionLocationOptions: 'Moon'");
    }

    @ParameterizedTest
    @CsvSource({
        "Feeds-1, BuiltIn, each space has its built-in feed",
        "feeds-builtin, NuGet, the built-in feed stays one",
        "feeds-builtin-Spaces-2, Docker, the built-in feed stays one"
    })
    void theBuiltInFeedIsOneAndStaysOne(String id, String type, String why) {
        assertThat(problems(Map.of("Id", id, "FeedType", type, "FeedUri", "https://f.example.org")))
                .singleElement()
                .asString()
                .contains(why);
    }

    private static Map<String, ?> docker(String path) {
        return Map.of("FeedType", "Docker", "FeedUri", "https://r.example.org", "RegistryPath", path);
    }

    private static List<String> problems(Map<String, ?> members) {
        return FeedRules.problems(feed(members));
    }

    static Feed feed(Map<String, ?> members) {
        ObjectNode json = WireMapper.mapper().valueToTree(members);
        return WireMapper.mapper().treeToValue(json, Feed.class);
    }
}
