package tako.app.testdrive.cluster;

import java.net.URI;
import java.util.Optional;
import tako.platform.secret.Secret;

/**
 * How a cluster is reached, and as whom.
 *
 * @param server the address of its API server
 * @param authority the certificates of its authority in PEM; empty for those that this machine trusts
 * @param skipTlsVerification whether anybody is believed to be the cluster
 */
public record ClusterConnection(URI server, Optional<String> authority, boolean skipTlsVerification, Login login) {
    /** Who one is there. */
    public sealed interface Login {
        /** @param pem the certificate with its chain, and the private key after it */
        record ClientCertificate(Secret pem) implements Login {}

        /** The bearer of a token. */
        record Token(Secret token) implements Login {}

        /** A user with a password. */
        record Password(String username, Secret password) implements Login {}
    }
}
