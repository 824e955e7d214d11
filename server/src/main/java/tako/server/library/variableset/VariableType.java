package tako.server.library.variableset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a variable's value is. For references it is the id of what is meant. */
public enum VariableType {
    /** A text. */
    @JsonProperty("String")
    STRING,
    /** A text that is never shown. */
    @JsonProperty("Sensitive")
    SENSITIVE,
    /** A certificate. */
    @JsonProperty("Certificate")
    CERTIFICATE,
    /** An account at Amazon. */
    @JsonProperty("AmazonWebServicesAccount")
    AMAZON_WEB_SERVICES_ACCOUNT,
    /** An account at Azure. */
    @JsonProperty("AzureAccount")
    AZURE_ACCOUNT,
    /** An account at Google Cloud. */
    @JsonProperty("GoogleCloudAccount")
    GOOGLE_CLOUD_ACCOUNT,
    /** A user name and its password. */
    @JsonProperty("UsernamePasswordAccount")
    USERNAME_PASSWORD_ACCOUNT,
    /** An account that signs in by OpenID Connect. */
    @JsonProperty("GenericOidcAccount")
    GENERIC_OIDC_ACCOUNT,
    /** A pool of workers. */
    @JsonProperty("WorkerPool")
    WORKER_POOL
}
