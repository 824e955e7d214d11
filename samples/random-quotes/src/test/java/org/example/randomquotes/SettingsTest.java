package org.example.randomquotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void without_variables_the_defaults_hold() {
        Settings settings = from(Map.of());

        assertThat(settings)
                .isEqualTo(
                        new Settings("0.0.0.0", 8080, Path.of("random-quotes.db"), "an unnamed environment", "1.2.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENVRIONMENT_NAME", "ENVIRONMENT_NAME"})
    void the_environment_is_named_in_either_spelling(String variable) {
        assertThat(from(Map.of(variable, "Dev")).environment()).isEqualTo("Dev");
    }

    @Test
    void the_deployed_version_counts_before_the_built_one() {
        assertThat(from(Map.of("APP_VERSION", "1.4.0")).version()).isEqualTo("1.4.0");
    }

    @Test
    void a_blank_variable_counts_as_none() {
        assertThat(from(Map.of("PORT", " ")).port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "99999999999"})
    void what_is_no_port_is_refused_by_name(String port) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> from(Map.of("PORT", port)))
                .withMessageContaining("PORT is \"" + port + "\"");
    }

    private static Settings from(Map<String, String> variables) {
        return Settings.from(variables, "1.2.3");
    }
}
