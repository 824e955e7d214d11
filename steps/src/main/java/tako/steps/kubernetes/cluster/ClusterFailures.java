package tako.steps.kubernetes.cluster;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/** Turns what goes wrong between this server and a cluster into sentences: what, why and what next. */
final class ClusterFailures {
    private final String url;
    private final ClusterBounds bounds;

    ClusterFailures(String url, ClusterBounds bounds) {
        this.url = url;
        this.bounds = bounds;
    }

    /** What an exception of a connection means. */
    ClusterException of(Throwable thrown, Call call) {
        return new ClusterException(failure(thrown, call));
    }

    /** What an answer means that is no success. */
    ClusterException of(StatusAnswer answer, Call call) {
        return answer.exception(url, call);
    }

    private ClusterFailure failure(Throwable thrown, Call call) {
        if (find(thrown, HttpConnectTimeoutException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    "The cluster at " + url + " does not answer: no connection within "
                            + bounds.connect().toSeconds()
                            + " seconds. Check the address, that the cluster runs, and that no firewall stands between.");
        }
        if (find(thrown, HttpTimeoutException.class).isPresent()
                || find(thrown, TimeoutException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    "The cluster at " + url + " was asked to " + call.purpose()
                            + " and did not answer within " + bounds.request().toSeconds()
                            + " seconds. Check that its API server is well, and that no proxy between holds requests back.");
        }
        if (find(thrown, UnresolvedAddressException.class).isPresent()
                || find(thrown, UnknownHostException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    "The host of the cluster's address " + url
                            + " is unknown. Check the address, and that this server's name resolution knows it.");
        }
        return find(thrown, SSLException.class).map(tls -> tls(tls, call)).orElseGet(() -> connection(thrown, call));
    }

    private ClusterFailure connection(Throwable thrown, Call call) {
        if (find(thrown, NoRouteToHostException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    "There is no way to the cluster at " + url + ". Check the address and the network of this server.");
        }
        if (find(thrown, ConnectException.class).isPresent()) {
            return failure(
                    Reason.UNREACHABLE,
                    "The cluster at " + url
                            + " refuses the connection: nothing listens there. Check the address and its port, and that the cluster runs.");
        }
        return lost(thrown, call);
    }

    private ClusterFailure tls(SSLException thrown, Call call) {
        if (find(thrown, CertificateExpiredException.class).isPresent()) {
            return failure(
                    Reason.UNTRUSTED,
                    "The certificate of the cluster at " + url + " has expired. Renew the API server's certificate.");
        }
        if (find(thrown, CertificateNotYetValidException.class).isPresent()) {
            return failure(
                    Reason.UNTRUSTED,
                    "The certificate of the cluster at " + url
                            + " is not valid yet. Check the clocks of the cluster and of this server.");
        }
        var text = texts(thrown);
        if (text.contains("subject alternative") || text.contains("no name matching")) {
            return failure(
                    Reason.UNTRUSTED,
                    "The certificate of the cluster at " + url
                            + " is made out for other names than that address. Use an address that the certificate names.");
        }
        if (text.contains("pkix")
                || find(thrown, CertPathValidatorException.class).isPresent()) {
            return failure(
                    Reason.UNTRUSTED,
                    "The certificate of the cluster at " + url
                            + " is not signed by the authority that this target trusts. Choose the certificate of the cluster's own authority (CA) as the target's cluster certificate.");
        }
        return handshake(thrown, text, call);
    }

    private ClusterFailure handshake(SSLException thrown, String text, Call call) {
        if (text.contains("bad_certificate") || text.contains("certificate_required") || text.contains("unknown_ca")) {
            return failure(
                    Reason.UNAUTHENTICATED,
                    "The cluster at " + url
                            + " does not accept this target's client certificate. Choose one that the cluster's authority has signed and that has not expired.");
        }
        if (text.contains("unsupported or unrecognized ssl message") || text.contains("plaintext")) {
            return failure(
                    Reason.UNREACHABLE,
                    "What listens at " + url
                            + " does not speak TLS. Check the port, or whether the address must begin with http://.");
        }
        return thrown instanceof SSLHandshakeException && !text.contains("terminated")
                ? failure(
                        Reason.UNTRUSTED,
                        "No encrypted connection to the cluster at " + url + " came about (" + thrown.getMessage()
                                + "). Check that a Kubernetes API server listens there.")
                : lost(thrown, call);
    }

    private ClusterFailure lost(Throwable thrown, Call call) {
        var message = Optional.ofNullable(root(thrown).getMessage())
                .orElse(root(thrown).getClass().getSimpleName());
        return failure(
                Reason.LOST,
                "The connection to the cluster at " + url + " broke during the request to "
                        + call.purpose() + " (" + message
                        + "). Check that the cluster and the network between are well, then deploy again: what was applied is applied anew without harm.");
    }

    private static ClusterFailure failure(Reason reason, String sentence) {
        return new ClusterFailure(reason, sentence);
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Throwable root(Throwable thrown) {
        return causes(thrown).reduce((first, second) -> second).orElse(thrown);
    }

    private static String texts(Throwable thrown) {
        return causes(thrown)
                .map(cause -> String.valueOf(cause.getMessage()))
                .reduce("", (all, next) -> all + " " + next)
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
