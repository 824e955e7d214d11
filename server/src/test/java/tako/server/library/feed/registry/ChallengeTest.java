package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    private static final String REALM = "Bearer realm=\"https://auth.example.org/token\"";

    @Test
    void readsSchemesAndParametersInAnyCase() {
        assertThat(
                        Challenge.parse(
                                List.of(
                                        "BEARER Realm=\"https://auth.example.org/token\" , service = plain,scope=\"a:b:pull c:d:push\"")))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm",
                                "https://auth.example.org/token",
                                "service",
                                "plain",
                                "scope",
                                "a:b:pull c:d:push")));
    }

    @Test
    void readsSeveralOfOneHeaderAndOfSeveral() {
        assertThat(Challenge.parse(List.of("Negotiate, Basic realm=\"a, b=c \\\"d\\\"\", " + REALM, "Basic")))
                .extracting(Challenge::scheme)
                .containsExactly("negotiate", "basic", "bearer", "basic");
        assertThat(Challenge.parse(List.of("Basic realm=\"a, b=c \\\"d\\\"\""))
                        .getFirst()
                        .parameters())
                .containsExactly(Map.entry("realm", "a, b=c \"d\""));
    }

    @Test
    void hostileHeadersAreReadWithoutOverflow() {
        String realm = "\\a".repeat(100_000);

        assertThat(Challenge.parse(List.of("Basic realm=\"" + realm + "\"")))
                .singleElement()
                .satisfies(challenge ->
                        assertThat(challenge.parameters().get("realm")).isEqualTo("a".repeat(100_000)));
        assertThat(Challenge.parse(List.of("Basic realm=\"" + realm)))
                .extracting(Challenge::scheme)
                .startsWith("basic");
    }

    @Test
    void aTokenGoesBeforeAPassword() {
        assertThat(Challenge.best(Challenge.parse(List.of("Basic realm=\"x\"", REALM))))
                .map(Challenge::scheme)
                .contains("bearer");
        assertThat(Challenge.best(Challenge.parse(List.of("Bearer", "Basic realm=\"x\""))))
                .map(Challenge::scheme)
                .contains("basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ",,,", "=\"x\"", "\"Basic\"", "Digest realm=\"x\"", "Bearer scope=\"a\""})
    void anythingElseIsNotAnswered(String header) {
        assertThat(Challenge.best(Challenge.parse(List.of(header)))).isEmpty();
    }

    @Test
    void asksForEachScopeAndKeepsTheQueryOfTheRealm() {
        var challenge = new Challenge(
                "bearer", Map.of("realm", "/token?account=a", "service", "our registry", "scope", "a:b:pull c:*:*"));

        assertThat(Tokens.address(URI.create("https://r.example.org/docker"), challenge))
                .contains(
                        URI.create(
                                "https://r.example.org/token?account=a&service=our+registry&scope=a%3Ab%3Apull&scope=c%3A*%3A*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://auth.example.org", "http://", "https://a b", "mailto:x@example.org"})
    void aRealmThatIsNoAddressIsNone(String realm) {
        var challenge = new Challenge("bearer", Map.of("realm", realm));

        assertThat(Tokens.address(URI.create("https://r.example.org"), challenge))
                .isEmpty();
    }
}
