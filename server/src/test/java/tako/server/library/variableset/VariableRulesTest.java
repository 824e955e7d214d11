package tako.server.library.variableset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.WireMapper;

class VariableRulesTest {
    private static final VariableSet EMPTY = VariableSet.empty("variableset-Projects-1", "Spaces-1", "Projects-1");
    private final List<String> putAway = new ArrayList<>();

    @Test
    void readsAndWritesASetWithoutLosingAMember() {
        String sent = """
                {"Id":"variableset-Projects-1","SpaceId":"Spaces-1","OwnerId":"Projects-1","Version":4,"Future":[1],
                 "Variables":[{"Id":"v1","Name":"K8S Node Port","Value":"30000","Description":"","Scope":{"Environment":["Environments-1"],"Role":["web"]},
                   "IsEditable":true,"Prompt":{"Label":"Port","Description":null,"Required":true,"DisplaySettings":{"Octopus.ControlType":"SingleLineText"},"Future":1},
                   "Type":"String","IsSensitive":false,"Future":{}}]}""";
        VariableSet set = WireMapper.read(sent, VariableSet.class);
        assertThat(WireMapper.same(WireMapper.write(set), sent))
                .as(WireMapper.write(set))
                .isTrue();
    }

    @Test
    void whatIsMadeForEachAnswerIsNotKept() {
        VariableSet set = WireMapper.read(
                "{\"Version\":1,\"ScopeValues\":{\"Environments\":[]},\"Links\":{\"Self\":\"x\"}}", VariableSet.class);
        assertThat(WireMapper.write(set)).doesNotContain("ScopeValues", "Links");
    }

    @Test
    void emptyDimensionsOfAScopeAreLeftOut() {
        VariableScope scope = WireMapper.read(
                "{\"environment\":[\"Environments-1\"],\"Role\":[],\"Machine\":null}", VariableScope.class);
        assertThat(scope).isEqualTo(VariableScope.of(VariableScope.ENVIRONMENT, "Environments-1"));
        assertThat(WireMapper.write(scope)).isEqualTo("{\"Environment\":[\"Environments-1\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Name\":\"P\",\"Value\":\"x\",\"Type\":\"Sensitive\",\"IsSensitive\":false}",
                "{\"Name\":\"P\",\"Value\":\"x\",\"Type\":\"String\",\"IsSensitive\":true}",
                "{\"Name\":\"P\",\"Value\":{\"HasValue\":true,\"NewValue\":\"x\"},\"IsSensitive\":true}",
                "{\"Name\":\"P\",\"Value\":{\"HasValue\":true,\"NewValue\":\"x\"},\"Type\":\"String\",\"IsSensitive\":false}",
                "{\"Name\":\"P\",\"Value\":{\"NewValue\":\"x\"}}"
            })
    void eitherFlagOrASensitiveValueMakesAVariableSensitiveAndItsValueIsPutAway(String sent) {
        Variable stored = receive(EMPTY, sent).variables().getFirst();
        assertThat(stored.isSensitive()).isTrue();
        assertThat(stored.type()).isEqualTo(VariableType.SENSITIVE);
        assertThat(putAway).containsExactly("x");
        assertThat(WireMapper.write(stored)).contains("Secrets-1").doesNotContain("\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{\"HasValue\":true,\"SecretId\":\"Secrets-99\"}"})
    void aSensitiveVariableThatComesBackWithoutAValueKeepsItsSecret(String value) {
        VariableSet before = receive(EMPTY, "{\"Id\":\"v1\",\"Name\":\"P\",\"Value\":\"x\",\"IsSensitive\":true}");
        for (String sensitive : List.of("true", "false")) {
            VariableSet after = receive(
                    before, "{\"Id\":\"v1\",\"Name\":\"P\",\"Value\":" + value + ",\"IsSensitive\":" + sensitive + "}");
            assertThat(after).isEqualTo(before);
        }
        assertThat(putAway).containsExactly("x");
    }

    @Test
    void theLetterCaseOfAnIdDoesNotMatter() {
        VariableSet before = receive(EMPTY, "{\"Id\":\"ab-1\",\"Name\":\"P\",\"Value\":\"x\",\"IsSensitive\":true}");
        VariableSet after = receive(before, "{\"Id\":\"AB-1\",\"Name\":\"P\",\"Value\":null,\"IsSensitive\":true}");
        assertThat(after.variables().getFirst().value())
                .isEqualTo(before.variables().getFirst().value());
        VariableSet twice = receive(EMPTY, "{\"Id\":\"v\",\"Name\":\"P\"},{\"Id\":\"V\",\"Name\":\"Q\"}");
        assertThat(VariableRules.problems(twice, VariableRules.Owner.PROJECT))
                .containsExactly("2 variables have the Id 'v'. Leave out the Id of new ones.");
    }

    @Test
    void aNewValueReplacesTheSecret() {
        VariableSet before = receive(EMPTY, "{\"Id\":\"v1\",\"Name\":\"P\",\"Value\":\"x\",\"IsSensitive\":true}");
        VariableSet after = receive(before, "{\"Id\":\"v1\",\"Name\":\"P\",\"Value\":\"y\",\"IsSensitive\":true}");
        assertThat(putAway).containsExactly("x", "y");
        assertThat(WireMapper.write(after)).contains("Secrets-2");
    }

    @Test
    void nobodyReachesASecretByNamingItsId() {
        String stolen = "{\"Name\":\"P\",\"Value\":{\"HasValue\":true,\"SecretId\":\"Secrets-99\"},\"IsSensitive\":";
        assertThat(receive(EMPTY, stolen + "true}").variables().getFirst().value())
                .isNull();
        assertThat(receive(EMPTY, stolen + "false}").variables().getFirst().value())
                .isNull();
    }

    @Test
    void clientsNeverReadASensitiveValue() {
        VariableSet stored = receive(
                EMPTY, "{\"Name\":\"P\",\"Value\":\"x\",\"IsSensitive\":true},{\"Name\":\"Q\",\"Value\":\" y \"}");
        assertThat(WireMapper.write(VariableRules.present(stored)))
                .doesNotContain("Secrets-")
                .contains("\"Value\":null", "\"Value\":\" y \"");
    }

    @Test
    void missingIdsAreGivenAndOthersStay() {
        assertThat(receive(EMPTY, "{\"Id\":\"\",\"Name\":\" P \"},{\"Id\":\"mine\",\"Name\":\"Q\"}")
                        .variables())
                .extracting(Variable::id, Variable::name)
                .containsExactly(tuple("new", "P"), tuple("mine", "Q"));
    }

    @Test
    void namesAreNeededAndIdsAreUnique() {
        VariableSet set = receive(EMPTY, "{\"Id\":\"v\",\"Name\":\" \"},{\"Id\":\"v\",\"Name\":\"Q\"}");
        assertThat(VariableRules.problems(set, VariableRules.Owner.PROJECT))
                .containsExactly(
                        "A variable has no name. Give each one.",
                        "2 variables have the Id 'v'. Leave out the Id of new ones.");
    }

    @Test
    void libraryValuesAreNotScopedToPartsOfAProject() {
        VariableSet set = receive(
                EMPTY,
                "{\"Name\":\"P\",\"Scope\":{\"Channel\":[\"Channels-1\"],\"Environment\":[\"Environments-1\"]}}");
        assertThat(VariableRules.problems(set, VariableRules.Owner.PROJECT)).isEmpty();
        assertThat(VariableRules.problems(set, VariableRules.Owner.LIBRARY))
                .singleElement()
                .asString()
                .contains("'P'", "Channel");
    }

    private VariableSet receive(VariableSet before, String variables) {
        VariableSet sent = WireMapper.read("{\"Variables\":[" + variables + "]}", VariableSet.class);
        return VariableRules.receive(before.withVariables(sent.variables()), before, this::keep, () -> "new");
    }

    private String keep(String clear) {
        putAway.add(clear);
        return "Secrets-" + putAway.size();
    }
}
