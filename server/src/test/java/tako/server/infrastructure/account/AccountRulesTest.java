package tako.server.infrastructure.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.server.WireMapper;
import tools.jackson.databind.node.ObjectNode;

/** What must hold for accounts, and how their members are brought into form. */
class AccountRulesTest {
    @ParameterizedTest
    @EnumSource(AccountType.class)
    void everyTypeIsTakenWithNothingButItsName(AccountType type) {
        ObjectNode json = json("{\"Name\": \"a\", \"AccountType\": \"%s\"}"
                .formatted(type.wireName().toUpperCase(Locale.ROOT)));

        AccountForm.complete(json);

        assertThat(problems(Optional.empty(), json)).isEmpty();
        assertThat(json.path("AccountType").asString()).isEqualTo(type.wireName());
    }

    @ParameterizedTest
    @EnumSource(AccountType.class)
    void theTypeNeverChanges(AccountType type) {
        Account before = account(json("{\"AccountType\": \"%s\"}".formatted(type.wireName())));
        for (AccountType other : AccountType.values()) {
            List<String> problems =
                    problems(Optional.of(before), json("{\"AccountType\": \"%s\"}".formatted(other.wireName())));
            assertThat(problems.isEmpty()).as("%s to %s", type, other).isEqualTo(type == other);
        }
    }

    @Test
    void anUnknownTypeIsRefusedWithTheKnownOnes() {
        assertThat(problems(Optional.empty(), json("{\"AccountType\": \"Ftp\"}")))
                .singleElement()
                .asString()
                .startsWith("AccountType: 'Ftp' is none.")
                .contains("UsernamePassword, Token, SshKeyPair");
    }

    @Test
    void idsOfAzureAreGuids() {
        assertThat(problems(Optional.empty(), json("""
                        {"AccountType": "AzureOidc", "ClientId": "mine",
                         "TenantId": "816e364a-7ccd-43e2-a33b-d9219d699c8e"}""")))
                .containsExactly("ClientId: 'mine' is no GUID. Send one like 11111111-2222-3333-4444-555555555555.");
    }

    @Test
    void listsMapsAndTextsAreWhatTheySay() {
        assertThat(problems(Optional.empty(), json("""
                        {"AccountType": "AmazonWebServicesOidcAccount", "DeploymentSubjectKeys": "space",
                         "CustomClaims": [], "RoleArn": {}}"""))).hasSize(3);
    }

    @Test
    void tenantedParticipationIsOneOfThree() {
        assertThat(problems(Optional.empty(), json("""
                        {"AccountType": "Token", "TenantedDeploymentParticipation": "Sometimes"}""")))
                .singleElement()
                .asString()
                .startsWith("TenantedDeploymentParticipation: 'Sometimes'");
    }

    @Test
    void secretsAreSecretsHoweverTheyAreWritten() {
        ObjectNode json = json("""
                {"AccountType": "SshKeyPair", "privatekeyfile": "in the clear", "PrivateKeyPassphrase": null,
                 "Username": "ada", "Token": "of another type"}""");

        AccountForm.complete(json);

        assertThat(json).isEqualTo(json("""
                {"AccountType": "SshKeyPair", "Token": "of another type", "Username": "ada",
                 "PrivateKeyFile": {"HasValue": true, "NewValue": "in the clear"},
                 "PrivateKeyPassphrase": {"HasValue": false}}"""));
    }

    @Test
    void listsAndMapsAreNeverAbsentAndEmptyTextsNeverThere() {
        ObjectNode json = json("""
                {"AccountType": "GenericOidcAccount", "Audience": "", "DeploymentSubjectKeys": null}""");

        AccountForm.complete(json);

        assertThat(json).isEqualTo(json("""
                {"AccountType": "GenericOidcAccount", "DeploymentSubjectKeys": [], "CustomClaims": {}}"""));
    }

    @Test
    void anAccountWithoutEnvironmentsIsForAll() {
        assertThat(account(json("{}")).isFor("Environments-1")).isTrue();
        assertThat(account(json("{\"EnvironmentIds\": [\"Environments-1\"]}")).isFor("environments-1"))
                .isTrue();
        assertThat(account(json("{\"EnvironmentIds\": [\"Environments-1\"]}")).isFor("Environments-2"))
                .isFalse();
    }

    private static List<String> problems(Optional<Account> before, ObjectNode after) {
        return AccountRules.problems(before, account(after));
    }

    private static Account account(ObjectNode json) {
        return WireMapper.mapper().treeToValue(json, Account.class);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}
