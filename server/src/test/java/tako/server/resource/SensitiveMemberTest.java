package tako.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.WireMapper;
import tools.jackson.databind.node.ObjectNode;

/** Members that are always sensitive, in every form in which clients write them. */
class SensitiveMemberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Token": {"HasValue": true, "NewValue": "x"}}  | {"Token": {"HasValue": true, "NewValue": "x"}}
            {"token": {"newvalue": "x", "Hint": null}}      | {"Token": {"HasValue": true, "NewValue": "x"}}
            {"Token": "x"}                                  | {"Token": {"HasValue": true, "NewValue": "x"}}
            {"TOKEN": {"HasValue": true, "NewValue": null}} | {"Token": {"HasValue": true}}
            {"Token": {"HasValue": true, "NewValue": ""}}   | {"Token": {"HasValue": false}}
            {"Token": {"HasValue": false}}                  | {"Token": {"HasValue": false}}
            {"Token": null}                                 | {"Token": {"HasValue": false}}
            {"Token": ""}                                   | {"Token": {"HasValue": false}}
            {}                                              | {"Token": {"HasValue": false}}
            """)
    void everyFormBecomesOne(String written, String normal) {
        ObjectNode json = json(written);

        SensitiveMember.normalise(json, "Token");

        assertThat(json).isEqualTo(json(normal));
    }

    @Test
    void theIdOfAStoredSecretIsFound() {
        assertThat(SensitiveMember.secretId(
                        json("{\"Token\": {\"HasValue\": true, \"SecretId\": \"secret-1\"}}"), "Token"))
                .contains("secret-1");
        assertThat(SensitiveMember.secretId(json("{\"Token\": {\"HasValue\": false}}"), "Token"))
                .isEmpty();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}
