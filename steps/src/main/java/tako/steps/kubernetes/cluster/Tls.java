package tako.steps.kubernetes.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/** What an encrypted connection needs, held in memory only. */
final class Tls {
    private static final char[] NO_PASSWORD = new char[0];

    private Tls() {}

    /** Our own certificate, if that is who we are. */
    static KeyManager @Nullable [] keys(Identity identity) {
        return switch (identity) {
            case Identity.ClientCertificate certificate -> keys(certificate);
            case Identity.Token _, Identity.TokenFile _, Identity.UsernamePassword _ -> null;
        };
    }

    /** Whom we believe; null means those whom the JDK believes. */
    static TrustManager @Nullable [] trusted(Trust trust, MountedFiles files) {
        return switch (trust) {
            case Trust.Anybody _ -> new TrustManager[] {new Trusting()};
            case Trust.Authority(String pem) -> trusted(pem, "The certificate of the cluster's authority");
            case Trust.AuthorityFile(Path file) ->
                trusted(
                        files.read(file, "The certificate authority's file"),
                        "The certificate authority's file " + file);
            case Trust.SystemTrust _ -> null;
        };
    }

    private static KeyManager[] keys(Identity.ClientCertificate identity) {
        try {
            var chain = Pem.certificates(identity.certificatePem());
            var key = Pem.privateKey(identity.privateKeyPem().reveal());
            var store = emptyStore();
            store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("The target's client certificate cannot be used (" + e.getMessage()
                    + "). Upload it again with its private key.");
        }
    }

    private static TrustManager[] trusted(String pem, String what) {
        try {
            List<X509Certificate> authorities = Pem.certificates(pem);
            var store = emptyStore();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(what + " cannot be read (" + e.getMessage() + "). Give it as PEM text.");
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static ClusterException unusable(String sentence) {
        return new ClusterException(new ClusterFailure(Reason.OTHER, sentence));
    }
}
