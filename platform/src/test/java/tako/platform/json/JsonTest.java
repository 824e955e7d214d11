package tako.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
    private final JsonMapper mapper = Json.mapper(ZoneId.of("Europe/Berlin"));

    enum Mode {
        TIMED_OUT,
        Untenanted
    }

    record Kept(String name, @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {}

    record Lists(List<String> roles, Set<Integer> numbers, Map<String, String> properties, List<Kept> children) {}

    record Absents(
            Optional<String> slug,
            Optional<Instant> at,
            @Nullable Mode mode,
            @Nullable Instant when,
            @Nullable Duration span,
            int number,
            boolean flag,
            @Nullable Kept child) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "AccountType")
    sealed interface Account {
        @JsonTypeName("Token")
        record Token(String token) implements Account {}
    }

    @Test
    void names_are_pascal_case_going_out_and_match_in_any_case_coming_in() {
        Kept kept = mapper.readValue("{\"nAmE\":\"Dev\"}", Kept.class);

        assertThat(mapper.writeValueAsString(kept)).isEqualTo("{\"Name\":\"Dev\"}");
    }

    @Test
    void unknown_members_are_kept_in_order_with_their_nulls() {
        String sent = "{\"Name\":\"Dev\",\"zeta\":null,\"Alpha\":{\"x\":[1,null]}}";

        assertThat(mapper.writeValueAsString(mapper.readValue(sent, Kept.class)))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Roles\":null,\"Numbers\":null,\"Properties\":null,\"Children\":null}",
                "{\"Roles\":\"\"}"
            })
    void collections_are_empty_and_never_null(String sent) {
        assertThat(mapper.writeValueAsString(mapper.readValue(sent, Lists.class)))
                .isEqualTo("{\"Roles\":[],\"Numbers\":[],\"Properties\":{},\"Children\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"Slug\":\"\",\"At\":\"\",\"Mode\":\"\",\"When\":\"\",\"Span\":\"\",\"Number\":\"\",\"Flag\":\"\",\"Child\":\"\"}",
                "{\"Slug\":null,\"At\":null,\"Mode\":null,\"When\":null,\"Span\":null,\"Number\":null,\"Flag\":null,\"Child\":null}"
            })
    void null_and_empty_text_and_absent_mean_the_same(String sent) {
        Absents read = mapper.readValue(sent, Absents.class);

        assertThat(read).isEqualTo(new Absents(Optional.empty(), Optional.empty(), null, null, null, 0, false, null));
        assertThat(mapper.writeValueAsString(read))
                .isEqualTo("{\"Slug\":null,\"At\":null,\"Mode\":null,\"When\":null,\"Span\":null,"
                        + "\"Number\":0,\"Flag\":false,\"Child\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"True\"", "\"TRUE\"", "\"tRuE\"", "\" true \""})
    void booleans_may_be_text_in_any_case(String sent) {
        assertThat(mapper.readValue("{\"Flag\":" + sent + "}", Absents.class).flag())
                .isTrue();
    }

    @Test
    void numbers_may_be_text() {
        assertThat(mapper.readValue("{\"Number\":\"42\"}", Absents.class).number())
                .isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Flag\":\"yes\"}",
                "{\"Flag\":{}}",
                "{\"Number\":\"ten\"}",
                "{\"Number\":[]}",
                "{\"When\":\"soon\"}",
                "{\"When\":5}",
                "{\"Mode\":\"Sometimes\"}",
                "{\"Slug\":{}}",
                "{\"Span\":\"1 hour\"}",
                "{} {}"
            })
    void wrong_types_are_refused(String sent) {
        assertThatThrownBy(() -> mapper.readValue(sent, Absents.class)).isInstanceOf(DatabindException.class);
    }

    @Test
    void enums_have_their_wire_names() {
        assertThat(mapper.writeValueAsString(List.of(Mode.TIMED_OUT, Mode.Untenanted)))
                .isEqualTo("[\"TimedOut\",\"Untenanted\"]");
        assertThat(mapper.readValue("\"timedout\"", Mode.class)).isEqualTo(Mode.TIMED_OUT);
    }

    @Test
    void instants_go_out_with_milliseconds_and_a_numeric_offset() {
        assertThat(mapper.writeValueAsString(Instant.parse("2024-09-23T15:09:56.364999Z")))
                .isEqualTo("\"2024-09-23T15:09:56.364+00:00\"");
        assertThat(mapper.writeValueAsString(Instant.parse("2024-09-23T15:09:56Z")))
                .isEqualTo("\"2024-09-23T15:09:56.000+00:00\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-23T15:09:56.364+00:00, 2024-09-23T15:09:56.364Z",
        "2024-09-23T15:09:56Z,          2024-09-23T15:09:56Z",
        "2024-09-23T15:09:56.1234567Z,  2024-09-23T15:09:56.1234567Z",
        "2024-09-23T15:09:56.5+02:00,   2024-09-23T13:09:56.5Z",
        "2024-09-23T15:09:56,           2024-09-23T13:09:56Z",
        "2024-12-23T15:09,              2024-12-23T14:09:00Z",
        "2024-12-23,                    2024-12-22T23:00:00Z"
    })
    void instants_come_with_an_offset_or_in_the_servers_zone(String sent, Instant meant) {
        assertThat(mapper.readValue("\"" + sent + "\"", Instant.class)).isEqualTo(meant);
    }

    @Test
    void a_variant_of_a_sealed_type_is_told_by_its_discriminator() {
        Account account = mapper.readValue("{\"AccountType\":\"Token\",\"Token\":\"x\"}", Account.class);

        assertThat(account).isEqualTo(new Account.Token("x"));
        assertThat(mapper.writeValueAsString(account)).isEqualTo("{\"AccountType\":\"Token\",\"Token\":\"x\"}");
    }
}
