package tako.server.people.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tako.server.WireMapper;
import tools.jackson.databind.node.ObjectNode;

class DifferenceTest {
    @Test
    void membersAreAddedRemovedAndReplacedAtTheirPath() {
        assertThat(changes(
                        "{\"Name\": \"Dev\", \"Old\": 1, \"Deep\": {\"a/b\": 1}}",
                        "{\"Name\": \"Test\", \"Deep\": {\"a/b\": 2}, \"New\": true}"))
                .containsExactly("remove /Old null", "replace /Name \"Test\"", "replace /Deep/a~1b 2", "add /New true");
    }

    @Test
    void aListThatChangedIsShownWhole() {
        assertThat(changes("{\"Roles\": [\"web\"]}", "{\"Roles\": [\"web\", \"db\"]}"))
                .containsExactly("replace /Roles [\"web\",\"db\"]");
    }

    @Test
    void ofASecretOnlyIsShownThatItChanged() {
        String before = "{\"Password\": {\"HasValue\": true, \"SecretId\": \"secret-1\"}, \"Name\": \"same\"}";
        String after = "{\"Password\": {\"HasValue\": true, \"SecretId\": \"secret-2\"}, \"Name\": \"same\"}";

        assertThat(changes(before, after))
                .containsExactly("replace /Password {\"HasValue\":true,\"NewValue\":null,\"Hint\":null}");
        assertThat(changes(after, after)).isEmpty();
    }

    @Test
    void aWholeDocumentIsShownWithoutItsSecrets() {
        assertThat(Difference.shown(json("{\"Deep\": [{\"Key\": {\"HasValue\": true, \"SecretId\": \"secret-1\"}}]}"))
                        .toString())
                .doesNotContain("secret-1");
    }

    private static List<String> changes(String before, String after) {
        return Difference.between(json(before), json(after)).stream()
                .map(change -> change.op() + " " + change.path() + " " + change.value())
                .toList();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}
