package tako.steps.kubernetes.cluster;

import java.nio.file.Path;
import tako.platform.secret.Secret;

/**
 * Where a cluster is and who we are there.
 *
 * @param url the API server's address, e.g. {@code https://10.0.0.1:6443}
 * @param trust whose certificates are believed
 * @param identity who we say we are
 * @param namespace where objects go that name no namespace, never blank
 */
public record ClusterAccess(String url, Trust trust, Identity identity, String namespace) {
    /** Whose certificates are believed. */
    public sealed interface Trust {
        /** Anybody's: verification is switched off. */
        record Anybody() implements Trust {}

        /** Those that an authority of this PEM text has signed. */
        record Authority(String pem) implements Trust {}

        /** Those that an authority in this file on the server has signed. */
        record AuthorityFile(Path file) implements Trust {}

        /** Those that the JDK believes. */
        record SystemTrust() implements Trust {}
    }

    /** Who we say we are. */
    public sealed interface Identity {
        /** The owner of a certificate; its chain may follow it in the PEM text. */
        record ClientCertificate(String certificatePem, Secret privateKeyPem) implements Identity {}

        /** The bearer of a token. */
        record Token(Secret token) implements Identity {}

        /** The bearer of whatever token stands in a file at the moment of use. */
        record TokenFile(Path file) implements Identity {}

        /** Somebody with a password. */
        record UsernamePassword(String username, Secret password) implements Identity {}
    }

    /** The same cluster and identity, another namespace. */
    public ClusterAccess in(String other) {
        return new ClusterAccess(url, trust, identity, other);
    }
}
