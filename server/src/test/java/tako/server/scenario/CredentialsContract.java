package tako.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.http.TestHttpServer.GUEST_KEY;
import static tako.server.scenario.Row.delete;
import static tako.server.scenario.Row.get;
import static tako.server.scenario.Row.post;
import static tako.server.scenario.Row.put;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.server.library.certificate.TestCertificates;
import tako.server.library.certificate.TestCertificates.Made;

/** Certificates and accounts over HTTP, with the bodies that official clients send, on every database. */
abstract class CredentialsContract {
    private static final String NOBODY = "";
    private static final Made ROOT = TestCertificates.selfSigned("CN=Root");
    private static final Made WEB = TestCertificates.signedBy(ROOT, "CN=web");
    private static final String CERTIFICATES = "/api/Spaces-1/certificates";
    private static final String ACCOUNTS = "/api/Spaces-1/accounts";
    private static final String PROJECT = """
            {"Name": "Web", "ProjectGroupId": "ProjectGroups-1", "LifecycleId": "Lifecycles-1"}""";

    private CredentialServer server;

    abstract Database open();

    @BeforeEach
    void start() {
        server = new CredentialServer(open());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void certificates() {
        play(
                post(CERTIFICATES, certificate("CA", ROOT.pem())).as(NOBODY).answers(401),
                post(CERTIFICATES, certificate("CA", ROOT.pem()))
                        .as(GUEST_KEY)
                        .answers(403)
                        .has("CertificateCreate"),
                post(CERTIFICATES, "{\"Name\": \"CA\"}")
                        .answers(400)
                        .has("CertificateData: a certificate needs its file"),
                post(CERTIFICATES, "{\"Name\": \"CA\", \"CertificateData\": \"!\"}")
                        .answers(400)
                        .has("this is no base64"),
                post(CERTIFICATES, certificate("CA", "hello")).answers(400).has("are no certificate"),
                post(CERTIFICATES, certificate("CA", ROOT.pem()))
                        .has(
                                "\"Id\":\"Certificates-1\"",
                                "\"SpaceId\":\"Spaces-1\"",
                                "\"CertificateDataFormat\":\"Pem\"",
                                "\"SubjectDistinguishedName\":\"CN=Root\"",
                                "\"SelfSigned\":true",
                                "\"HasPrivateKey\":false",
                                "\"IsExpired\":false",
                                "\"Archived\":null",
                                "\"ReplacedBy\":null",
                                "\"NotAfter\":\"2027-06-01T00:00:00.000+00:00\"",
                                "\"SubjectAlternativeNames\":[\"www.example.org\",\"127.0.0.1\"]",
                                "\"CertificateChain\":[]",
                                "\"Archive\":\"/api/Spaces-1/certificates/Certificates-1/archive\"")
                        .hasNot("SecretId")
                        .writes("Created Certificates-1"),
                post(CERTIFICATES, certificate("web", WEB.pem() + WEB.keyPem() + ROOT.pem()))
                        .has("\"HasPrivateKey\":true")
                        .writes("Created Certificates-2"),
                get(CERTIFICATES).has("\"TotalResults\":2"),
                get(CERTIFICATES + "?search=CN%3Dweb&firstResult=Certificates-1&orderBy=name&tenant=&skip=0&take=5")
                        .has("\"TotalResults\":1", "Certificates-2"),
                get(CERTIFICATES + "/all?partialName=CA").has("[{").hasNot("Certificates-2"),
                get(CERTIFICATES + "/Certificates-1/usages")
                        .has("\"ProjectUsages\":[]", "\"TenantUsages\":[]", "\"DeploymentTargetUsages\":[]"),
                post(CERTIFICATES, certificate(" ", ROOT.pem())).answers(400).has("Name: a Certificate needs a name"),
                delete(CERTIFICATES + "/Certificates-2").answers(400).has("Archive it first"));
    }

    @Test
    void certificatesAreArchivedReplacedAndGivenOut() {
        String replacement = "{\"CertificateData\": \"%s\", \"Password\": \"\"}".formatted(base64(ROOT.pem()));
        play(
                post(CERTIFICATES, certificate("web", WEB.pem() + WEB.keyPem())).writes("Created Certificates-1"),
                get(CERTIFICATES + "/Certificates-1/export?format=Pem")
                        .has("-----BEGIN CERTIFICATE-----")
                        .hasNot("PRIVATE KEY"),
                get(CERTIFICATES + "/Certificates-1/export?format=Pem&includePrivateKey=true")
                        .has("-----BEGIN PRIVATE KEY-----")
                        .writes("CertificatePrivateKeyExported Certificates-1"),
                get(CERTIFICATES + "/Certificates-1/export?format=Pem&includePrivateKey=True&password=x")
                        .has("-----BEGIN ENCRYPTED PRIVATE KEY-----")
                        .writes("CertificatePrivateKeyExported Certificates-1"),
                post(CERTIFICATES + "/Certificates-1/replace", replacement)
                        .answers(200)
                        .has("\"Id\":\"Certificates-1\"", "\"SubjectCommonName\":\"Root\"")
                        .writes("Created Certificates-2", "Modified Certificates-1"),
                post(CERTIFICATES + "/Certificates-1/replace", "{}")
                        .answers(400)
                        .has("CertificateData: send"),
                get(CERTIFICATES + "/Certificates-2")
                        .has("\"ReplacedBy\":\"Certificates-1\"", "\"SubjectCommonName\":\"web\""),
                get(CERTIFICATES).has("\"TotalResults\":1"),
                get(CERTIFICATES + "?archived=true").has("\"TotalResults\":2"),
                post(CERTIFICATES + "/Certificates-1/archive", "{\"Name\": \"ignored\"}")
                        .answers(200)
                        .has("\"Archived\":\"2026-01-01T12:00:00.000+00:00\"", "\"Name\":\"web\"")
                        .writes("Modified Certificates-1"),
                post(CERTIFICATES + "/Certificates-1/replace", replacement)
                        .answers(400)
                        .has("Unarchive it"),
                post(CERTIFICATES + "/Certificates-1/unarchive", "")
                        .answers(200)
                        .has("\"Archived\":null")
                        .writes("Modified Certificates-1"),
                post(CERTIFICATES + "/Certificates-1/archive", "").answers(200).writes("Modified Certificates-1"),
                delete(CERTIFICATES + "/Certificates-1").writes("Deleted Certificates-1"),
                get(CERTIFICATES + "/Certificates-1").answers(404).hasNot("Errors"));
    }

    @Test
    void whatUsesThemIsToldAndKeepsThemFromBeingDeleted() {
        String variables = """
                {"Id": "variableset-Projects-1", "OwnerId": "Projects-1", "Version": 0, "Variables": [
                 {"Name": "Tls", "Type": "Certificate", "Value": "Certificates-1"},
                 {"Name": "Db", "Type": "UsernamePasswordAccount", "Value": "Accounts-1"}]}""";
        play(
                post(CERTIFICATES, certificate("CA", ROOT.pem())).writes("Created Certificates-1"),
                post(ACCOUNTS, "{\"Name\": \"db\", \"AccountType\": \"UsernamePassword\", \"Username\": \"sa\"}")
                        .writes("Created Accounts-1"),
                post("/api/Spaces-1/projects", PROJECT).writes("Created Projects-1", "Created Channels-1"),
                put("/api/Spaces-1/variables/variableset-Projects-1", variables)
                        .writes("Modified variableset-Projects-1"),
                get(CERTIFICATES + "/Certificates-1/usages").has("\"ProjectUsages\":[{\"Id\":\"Projects-1\""),
                get(ACCOUNTS + "/Accounts-1/usages")
                        .has(
                                "\"ProjectVariableSets\":[{\"ProjectSlug\":\"web\",\"ProjectName\":\"Web\"",
                                "\"IsCurrentlyBeingUsedInProject\":true",
                                "\"Targets\":[]",
                                "\"DeploymentProcesses\":[]",
                                "\"Releases\":[]",
                                "\"LibraryVariableSets\":[]",
                                "\"RunbookProcesses\":[]",
                                "\"RunbookSnapshots\":[]"),
                delete(ACCOUNTS + "/Accounts-1").answers(400).has("Variable 'Db', Value"),
                post(CERTIFICATES + "/Certificates-1/archive", "").answers(200).writes("Modified Certificates-1"),
                delete(CERTIFICATES + "/Certificates-1").answers(400).has("Variable 'Tls', Value"));
    }

    /** What the official command line and Terraform send, and what they read back. */
    @Test
    void accounts() {
        play(
                post(ACCOUNTS, token("tok")).as(GUEST_KEY).answers(403).has("AccountCreate"),
                post(ACCOUNTS, token("tok"))
                        .has(
                                "\"Id\":\"Accounts-1\"",
                                "\"Slug\":\"tok\"",
                                "\"AccountType\":\"Token\"",
                                "\"EnvironmentIds\":[]",
                                "\"TenantIds\":[]",
                                "\"Token\":{\"HasValue\":true,\"NewValue\":null,\"Hint\":null}",
                                "\"Usages\":\"/api/Spaces-1/accounts/Accounts-1/usages\"")
                        .hasNot("abc", "SecretId")
                        .writes("Created Accounts-1"),
                post(ACCOUNTS, token("TOK")).answers(400).has("already in use"),
                post(ACCOUNTS, "{\"Name\": \"x\", \"AccountType\": \"Ftp\", \"EnvironmentIds\": [\"Environments-1\"]}")
                        .answers(400)
                        .has("AccountType: 'Ftp' is none", "EnvironmentIds: 'Environments-1' does not exist"),
                get(ACCOUNTS).has("\"TotalResults\":1"),
                get(ACCOUNTS + "?partialName=tok").has("\"TotalResults\":1"),
                get(ACCOUNTS + "?accountType=Token&ids=Accounts-1&take=1").has("\"TotalResults\":1"),
                get(ACCOUNTS + "?accountType=UsernamePassword").has("\"TotalResults\":0"),
                get(ACCOUNTS + "/all").has("[{"),
                get(ACCOUNTS + "/tok").has("Accounts-1"),
                get(ACCOUNTS + "/test-id%20a577").answers(404).hasNot("Errors"),
                put(ACCOUNTS + "/Accounts-1", """
                        {"AccountType": "Token", "Name": "renamed", "Slug": "tok", "SpaceId": "Spaces-1", "Mine": 7,
                         "TenantedDeploymentParticipation": "Untenanted", "Id": "Accounts-1",
                         "Token": {"HasValue": true, "Hint": null, "NewValue": null}}""")
                        .has("\"Name\":\"renamed\"", "\"Slug\":\"tok\"", "\"Token\":{\"HasValue\":true", "\"Mine\":7")
                        .writes("Modified Accounts-1"),
                put(ACCOUNTS + "/Accounts-1", "{\"AccountType\": \"UsernamePassword\", \"Name\": \"tok\"}")
                        .answers(400)
                        .has("an account of the type Token stays one"),
                post(ACCOUNTS + "/Accounts-1/verify", "").answers(200).has("check the health of a target"),
                get(ACCOUNTS + "/Accounts-1/pk").answers(404).has("holds no private key"),
                delete(ACCOUNTS + "/Accounts-1").writes("Deleted Accounts-1"),
                get(ACCOUNTS + "/Accounts-1").answers(404));
    }

    /** The bodies of the Go client's own tests. */
    @Test
    void accountsOfEveryTypeComeBackAsTheyWereWritten() {
        play(
                post(ACCOUNTS, """
                        {"AccessKey":"key","SecretKey":{"HasValue":true,"Hint":null,"NewValue":"hidden"},
                         "AccountType":"AmazonWebServicesAccount","Name":"1","TenantedDeploymentParticipation":"Untenanted"}""")
                        .has("\"AccessKey\":\"key\"", "\"SecretKey\":{\"HasValue\":true")
                        .hasNot("hidden")
                        .writes("Created Accounts-1"),
                post(ACCOUNTS, """
                        {"RoleArn":"role","AccountType":"AmazonWebServicesOidcAccount","Name":"2"}""")
                        .has("\"RoleArn\":\"role\"", "\"DeploymentSubjectKeys\":[]", "\"CustomClaims\":{}")
                        .writes("Created Accounts-2"),
                post(ACCOUNTS, """
                        {"ClientId":"435e9852-362a-4e15-b7c3-9a7dfac19f37","Password":{"HasValue":true,"Hint":null,"NewValue":"hidden"},
                         "ActiveDirectoryEndpointBaseUri":"https://login.example.org/","AzureEnvironment":"AzureUSGovernment",
                         "ResourceManagementEndpointBaseUri":"https://management.example.org/",
                         "SubscriptionNumber":"9a60adbd-5682-47dc-9593-f14ca695018d","TenantId":"816e364a-7ccd-43e2-a33b-d9219d699c8e",
                         "AccountType":"AzureServicePrincipal","Name":"3"}""")
                        .has(
                                "\"ClientId\":\"435e9852-362a-4e15-b7c3-9a7dfac19f37\"",
                                "\"AzureEnvironment\":\"AzureUSGovernment\"")
                        .hasNot("hidden")
                        .writes("Created Accounts-3"),
                post(ACCOUNTS, """
                        {"AzureEnvironment":"AzureUSGovernment","ServiceManagementEndpointBaseUri":"https://management.example.org",
                         "ServiceManagementEndpointSuffix":"example.org","SubscriptionNumber":"f91e6be5-d481-4d7b-bc41-773b1ac589d8",
                         "AccountType":"AzureSubscription","Name":"4"}""")
                        .has(
                                "\"ServiceManagementEndpointSuffix\":\"example.org\"",
                                "\"CertificateBytes\":{\"HasValue\":false")
                        .writes("Created Accounts-4"),
                post(ACCOUNTS, """
                        {"PrivateKeyFile":{"HasValue":true,"Hint":null,"NewValue":"hidden"},"PrivateKeyPassphrase":null,
                         "Username":"ada","AccountType":"SshKeyPair","Name":"5"}""")
                        .has("\"PrivateKeyPassphrase\":{\"HasValue\":false", "\"PublicKey\":")
                        .hasNot("hidden")
                        .writes("Created Accounts-5"),
                get(ACCOUNTS + "/Accounts-5/pk").answers(404).hasNot("Errors"),
                post(ACCOUNTS, """
                        {"Username":"ada","Password":null,"AccountType":"UsernamePassword","Name":"6"}""")
                        .has("\"Username\":\"ada\"", "\"Password\":{\"HasValue\":false")
                        .writes("Created Accounts-6"),
                post(ACCOUNTS + "/Accounts-2/verify", "").answers(200).has("cannot sign in with accounts of the type"),
                get(ACCOUNTS + "?ids=Accounts-2&ids=Accounts-4").has("\"TotalResults\":2"));
    }

    private void play(Row... rows) {
        for (Row row : rows) {
            HttpResponse<String> answer = server.send(row.method(), row.path(), row.key(), row.body());
            assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isEqualTo(row.status());
            assertThat(row.has())
                    .as("%s: %s", row, answer.body())
                    .allMatch(fragment -> answer.body().contains(fragment));
            assertThat(row.hasNot())
                    .as("%s: %s", row, answer.body())
                    .noneMatch(fragment -> answer.body().contains(fragment));
            assertThat(server.takeEvents()).as("events of %s", row).containsExactlyInAnyOrderElementsOf(row.events());
        }
    }

    private static String token(String name) {
        return """
                {"Token":{"HasValue":true,"Hint":null,"NewValue":"abc"},"AccountType":"Token","Name":"%s",
                 "TenantedDeploymentParticipation":"Untenanted"}""".formatted(name);
    }

    private static String certificate(String name, String pem) {
        return """
                {"CertificateData":{"HasValue":true,"Hint":null,"NewValue":"%s"},"HasPrivateKey":false,"IsExpired":false,
                 "Name":"%s","Password":{"HasValue":false,"Hint":null,"NewValue":null},"SelfSigned":false,
                 "TenantedDeploymentParticipation":"Untenanted"}""".formatted(base64(pem), name);
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(TestCertificates.file(pem));
    }
}
