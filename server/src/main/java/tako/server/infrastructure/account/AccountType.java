package tako.server.infrastructure.account;

import static tako.server.infrastructure.account.AccountType.Holds.ID;
import static tako.server.infrastructure.account.AccountType.Holds.LIST;
import static tako.server.infrastructure.account.AccountType.Holds.MAP;
import static tako.server.infrastructure.account.AccountType.Holds.SECRET;
import static tako.server.infrastructure.account.AccountType.Holds.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of accounts, each with the members it has beside those of all. */
public enum AccountType {
    USERNAME_PASSWORD("UsernamePassword", TEXT.of("Username"), SECRET.of("Password")),
    TOKEN("Token", SECRET.of("Token")),
    SSH_KEY_PAIR("SshKeyPair", TEXT.of("Username"), SECRET.of("PrivateKeyFile"), SECRET.of("PrivateKeyPassphrase")),
    AMAZON("AmazonWebServicesAccount", TEXT.of("AccessKey"), SECRET.of("SecretKey"), TEXT.of("Region")),
    AMAZON_ROLE("AmazonWebServicesRoleAccount", TEXT.of("RoleArn"), TEXT.of("SessionDuration"), TEXT.of("Region")),
    AMAZON_OIDC(
            "AmazonWebServicesOidcAccount",
            TEXT.of("RoleArn"),
            TEXT.of("SessionDuration"),
            TEXT.of("Region"),
            TEXT.of("Audience"),
            LIST.of("DeploymentSubjectKeys"),
            LIST.of("HealthCheckSubjectKeys"),
            LIST.of("AccountTestSubjectKeys"),
            MAP.of("CustomClaims")),
    AZURE_SERVICE_PRINCIPAL(
            "AzureServicePrincipal",
            ID.of("SubscriptionNumber"),
            ID.of("ClientId"),
            ID.of("TenantId"),
            SECRET.of("Password"),
            TEXT.of("AzureEnvironment"),
            TEXT.of("ActiveDirectoryEndpointBaseUri"),
            TEXT.of("ResourceManagementEndpointBaseUri")),
    AZURE_OIDC(
            "AzureOidc",
            ID.of("SubscriptionNumber"),
            ID.of("ClientId"),
            ID.of("TenantId"),
            TEXT.of("AzureEnvironment"),
            TEXT.of("ActiveDirectoryEndpointBaseUri"),
            TEXT.of("ResourceManagementEndpointBaseUri"),
            TEXT.of("Audience"),
            LIST.of("DeploymentSubjectKeys"),
            LIST.of("HealthCheckSubjectKeys"),
            LIST.of("AccountTestSubjectKeys"),
            MAP.of("CustomClaims")),
    AZURE_SUBSCRIPTION(
            "AzureSubscription",
            ID.of("SubscriptionNumber"),
            SECRET.of("CertificateBytes"),
            TEXT.of("CertificateThumbprint"),
            TEXT.of("AzureEnvironment"),
            TEXT.of("ServiceManagementEndpointBaseUri"),
            TEXT.of("ServiceManagementEndpointSuffix")),
    GOOGLE("GoogleCloudAccount", SECRET.of("JsonKey")),
    GOOGLE_OIDC(
            "GoogleCloudOidcAccount",
            TEXT.of("Audience"),
            TEXT.of("TokenLifetimeSeconds"),
            LIST.of("DeploymentSubjectKeys"),
            LIST.of("HealthCheckSubjectKeys"),
            LIST.of("AccountTestSubjectKeys"),
            MAP.of("CustomClaims")),
    GENERIC_OIDC("GenericOidcAccount", TEXT.of("Audience"), LIST.of("DeploymentSubjectKeys"), MAP.of("CustomClaims"));

    private final String wireName;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Member> members;

    AccountType(String wireName, Member... members) {
        this.wireName = wireName;
        this.members = List.of(members);
    }

    /** A member of some types of accounts. */
    record Member(String name, Holds holds) {}

    /** What a member holds. */
    enum Holds {
        TEXT,
        /** A GUID: clients refuse to read anything else. */
        ID,
        SECRET,
        LIST,
        MAP;

        Member of(String name) {
            return new Member(name, this);
        }
    }

    /** As on the wire: {@code UsernamePassword}. */
    public String wireName() {
        return wireName;
    }

    List<Member> members() {
        return members;
    }

    /** A type by its wire name, whose letter case does not matter. */
    public static Optional<AccountType> named(String text) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(AccountType::wireName).collect(Collectors.joining(", "));
    }
}
