package tako.server.people.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.secret.Secret;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Passw0rd", "lower-case-words", "a long sentence", "ABCdef.x", "pass word 1"})
    void eightCharactersWithThreeQualitiesAreEnough(String password) {
        assertThat(PasswordRules.problem(Secret.of(password))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ab1.", "Ab1. xy", "password", "password1", "PASSword"})
    void fewerCharactersOrQualitiesAreNot(String password) {
        assertThat(PasswordRules.problem(Secret.of(password))).isPresent();
    }

    @Test
    void whatWouldOnlyCostTimeToHashIsRefused() {
        assertThat(PasswordRules.problem(Secret.of("Passw0rd".repeat(65)))).isPresent();
    }
}
