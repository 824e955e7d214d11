package tako.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.WireMapper;

class PropertyValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a #{b} \"|a #{b} ",
                "\"\"|~~",
                "true|True",
                "false|False",
                "180|180",
                "[\"x\"]|[\"x\"]",
                "{\"a\":1}|{\"a\":1}"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void readsTextsAsSentAndOtherValuesAsTheirTexts(String json, String text) {
        assertThat(WireMapper.read(json, PropertyValue.class)).isEqualTo(PropertyValue.of(text));
    }

    @Test
    void keepsTheStoredFormOfASecret() {
        String stored = "{\"HasValue\":true,\"SecretId\":\"Secrets-7\"}";
        PropertyValue value = WireMapper.read(stored, PropertyValue.class);
        assertThat(value).isEqualTo(new PropertyValue.Sensitive(true, Optional.of("Secrets-7"), Optional.empty()));
        assertThat(WireMapper.write(value)).isEqualTo(stored);
    }

    @Test
    void carriesANewSecretWithoutEverShowingItAsText() {
        String sent = "{\"hasValue\":true,\"newValue\":\"hunter2\",\"hint\":null}";
        PropertyValue value = WireMapper.read(sent, PropertyValue.class);
        assertThat(value.toString()).doesNotContain("hunter2");
        assertThat(WireMapper.write(value)).isEqualTo("{\"HasValue\":true,\"NewValue\":\"hunter2\"}");
    }

    @Test
    void aClearedAndAKeptSecretStayWhatTheyAre() {
        assertThat(WireMapper.write(WireMapper.read("{\"HasValue\":false}", PropertyValue.class)))
                .isEqualTo("{\"HasValue\":false}");
        assertThat(WireMapper.write(WireMapper.read("{\"HasValue\":true,\"NewValue\":null}", PropertyValue.class)))
                .isEqualTo("{\"HasValue\":true}");
    }

    @Test
    void aBagLeavesOutNullsAndAnswersWithoutRegardToCase() {
        Map<String, PropertyValue> sent = new HashMap<>();
        sent.put("Octopus.Action.RunOnServer", PropertyValue.of("true"));
        sent.put("Gone", null);
        sent.put("Blank", PropertyValue.of(" "));
        Map<String, PropertyValue> bag = PropertyValue.bag(sent);
        assertThat(bag).containsOnlyKeys("Octopus.Action.RunOnServer", "Blank");
        assertThat(PropertyValue.text(bag, "octopus.action.runonserver")).contains("true");
        assertThat(PropertyValue.text(bag, "Blank")).isEmpty();
        assertThat(PropertyValue.text(bag, "Gone")).isEmpty();
    }
}
