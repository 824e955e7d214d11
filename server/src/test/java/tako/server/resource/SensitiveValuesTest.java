package tako.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SensitiveValuesTest {
    private final JsonMapper mapper = new JsonMapper();
    private final List<String> kept = new ArrayList<>();

    @Test
    void aNewValueGoesAwayAtAnyDepthAndOnlyAnIdStays() {
        JsonNode stored = store("""
                {"Password": {"HasValue": true, "NewValue": "one"},
                 "Unknown": [{"Deep": {"hasValue": true, "newValue": "two", "Hint": null}}]}""", "{}");

        assertThat(kept).containsExactly("one", "two");
        assertThat(stored).isEqualTo(mapper.readTree("""
                {"Password": {"HasValue": true, "SecretId": "Secrets-1"},
                 "Unknown": [{"Deep": {"HasValue": true, "SecretId": "Secrets-2"}}]}"""));
    }

    @Test
    void hasAValueWithoutANewOneKeepsWhatWasThere() {
        String before = """
                {"Password": {"HasValue": true, "SecretId": "Secrets-7"}}""";

        JsonNode stored = store("""
                {"Password": {"HasValue": true, "NewValue": null}}""", before);

        assertThat(kept).isEmpty();
        assertThat(stored).isEqualTo(mapper.readTree(before));
    }

    @Test
    void hasNoValueClearsWhatWasThere() {
        JsonNode stored = store("""
                {"Password": {"HasValue": false, "NewValue": null}}""", """
                {"Password": {"HasValue": true, "SecretId": "Secrets-7"}}""");

        assertThat(stored).isEqualTo(mapper.readTree("""
                {"Password": {"HasValue": false}}"""));
    }

    @Test
    void anIdThatAClientMadeUpIsNotBelieved() {
        JsonNode stored = store("""
                {"Password": {"HasValue": true, "SecretId": "Secrets-99"}}""", "{}");

        assertThat(stored).isEqualTo(mapper.readTree("""
                {"Password": {"HasValue": false}}"""));
    }

    @Test
    void elementsOfAListAreFoundAgainByTheirIdsWhenTheListIsReordered() {
        JsonNode stored = store("""
                {"Steps": [{"Id": "b", "Key": {"HasValue": true, "NewValue": null}},
                           {"Id": "a", "Key": {"HasValue": true, "NewValue": null}}]}""", """
                {"Steps": [{"Id": "a", "Key": {"HasValue": true, "SecretId": "Secrets-1"}},
                           {"Id": "b", "Key": {"HasValue": true, "SecretId": "Secrets-2"}}]}""");

        assertThat(stored.at("/Steps/0/Key/SecretId").asString()).isEqualTo("Secrets-2");
        assertThat(stored.at("/Steps/1/Key/SecretId").asString()).isEqualTo("Secrets-1");
    }

    @Test
    void whatClientsReadNeverHoldsAnId() {
        JsonNode masked = SensitiveValues.mask(mapper.readTree("""
                {"A": {"HasValue": true, "SecretId": "Secrets-1"}, "B": [{"HasValue": false}]}"""));

        assertThat(masked).isEqualTo(mapper.readTree("""
                {"A": {"HasValue": true, "NewValue": null, "Hint": null},
                 "B": [{"HasValue": false, "NewValue": null, "Hint": null}]}"""));
    }

    private JsonNode store(String written, String before) {
        return SensitiveValues.store(mapper.readTree(written), Optional.of(mapper.readTree(before)), clear -> {
            kept.add(clear);
            return "Secrets-" + kept.size();
        });
    }
}
