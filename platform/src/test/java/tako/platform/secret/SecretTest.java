package tako.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class SecretTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void has_no_text_form() {
        assertThat("value: " + Secret.of("hunter2")).isEqualTo("value: ********");
    }

    @Test
    void is_refused_by_json_in_both_directions() {
        assertThatThrownBy(() -> JSON.writeValueAsString(Map.of("Password", Secret.of("hunter2"))))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("never part of JSON")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> JSON.readValue("\"hunter2\"", Secret.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void equals_by_value() {
        assertThat(Secret.of("hunter2"))
                .isEqualTo(Secret.of("hunter2"))
                .hasSameHashCodeAs(Secret.of("hunter2"))
                .isNotEqualTo(Secret.of("hunter3"));
    }
}
