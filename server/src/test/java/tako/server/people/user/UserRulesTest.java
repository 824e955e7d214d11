package tako.server.people.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.secret.Secret;

class UserRulesTest {
    private static final User GRACE = User.person("grace", "Grace", "grace@example.org");

    @Test
    void aUserWithANameIsGoodAndNeedsNoAddress() {
        assertThat(UserRules.problems(GRACE)).isEmpty();
        assertThat(UserRules.problems(User.person("Grace H. (ops)", "", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"grace@example.org", "g.h+ci@mail.example.org", "root@localhost", "grün@example.org", "o'n@x.y"})
    void anAddressHasAName_ASign_AndAPlace(String address) {
        assertThat(UserRules.addressProblem(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grace",
                "@example.org",
                "grace@",
                "grace@@example.org",
                "grace@ example.org",
                "a@example.org,b@example.org",
                "a@example.org;b@example.org",
                "Grace <grace@example.org>",
                "grace@example.org\r\nBcc: other@example.org",
                "grace\u0000@example.org"
            })
    void whatIsNoAddressIsNamed(String address) {
        assertThat(UserRules.addressProblem(address))
                .hasValueSatisfying(problem -> assertThat(problem).contains(address, "grace@example.org"));
    }

    @Test
    void anAddressHasABound() {
        assertThat(UserRules.addressProblem("g".repeat(252) + "@x.y")).isEmpty();
        assertThat(UserRules.addressProblem("g".repeat(253) + "@x.y")).isPresent();
    }

    @Test
    void namesAreOneLineAndNotTheServersOwn() {
        assertThat(UserRules.problems(User.person("System", "", "")))
                .singleElement()
                .asString()
                .contains("events");
        assertThat(UserRules.problems(User.person("a\nb", "A", "")))
                .singleElement()
                .asString()
                .startsWith("Username");
        assertThat(UserRules.problems(User.person("a", "x".repeat(65), "")))
                .singleElement()
                .asString()
                .startsWith("DisplayName");
    }

    @Test
    void aPasswordMustBeGoodAndAServiceAccountHasNone() {
        Optional<Secret> good = Optional.of(Secret.of("Correct horse battery"));

        assertThat(UserRules.passwordProblem(GRACE, good)).isEmpty();
        assertThat(UserRules.passwordProblem(GRACE, Optional.empty())).isEmpty();
        assertThat(UserRules.passwordProblem(GRACE, Optional.of(Secret.of("short"))))
                .isPresent();
        assertThat(UserRules.passwordProblem(service("ci"), good))
                .hasValueSatisfying(problem -> assertThat(problem).contains("service account"));
        assertThat(UserRules.passwordProblem(service("ci"), Optional.empty())).isEmpty();
    }

    @Test
    void everybodyMayChangeHowTheyAreCalledAndReachedButNotWhatTheyMay() {
        assertThat(UserRules.needsPermission(GRACE, User.person("grace", "G.", "g@example.org")))
                .isFalse();
        assertThat(UserRules.needsPermission(GRACE, User.person("Grace", "Grace", "grace@example.org")))
                .isTrue();
        assertThat(UserRules.needsPermission(
                        GRACE, new User("", "grace", "Grace", "grace@example.org", false, false, List.of(), Map.of())))
                .isTrue();
    }

    @Test
    void aPersonDoesNotBecomeAProgram() {
        assertThat(UserRules.changeProblem(GRACE, service("grace"))).isPresent();
        assertThat(UserRules.changeProblem(GRACE, GRACE)).isEmpty();
    }

    private static User service(String name) {
        return new User("", name, name, "", true, true, List.of(), Map.of());
    }
}
