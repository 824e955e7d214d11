package tako.server.library.feed.registry;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What the exceptions of the JDK's HTTP client mean. */
final class TransportTroubles {
    private static final int DEEPEST = 16;

    private TransportTroubles() {}

    /** @param limits says how long was waited */
    static RegistryTrouble of(Throwable thrown, RegistryLimits limits) {
        if (causes(thrown).map(Throwable::getMessage).anyMatch(TransportTroubles::saysTooMuch)) {
            return new RegistryTrouble.TooMuch((limits.bodyBytes() >> 20) + " MiB in one answer");
        }
        if (has(thrown, HttpConnectTimeoutException.class)) {
            return new RegistryTrouble.Unreachable(limits.connect());
        }
        if (has(thrown, HttpTimeoutException.class)) {
            return new RegistryTrouble.TimedOut(limits.answer());
        }
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return new RegistryTrouble.UnknownHost();
        }
        if (has(thrown, SSLException.class)) {
            return tls(thrown);
        }
        if (has(thrown, NoRouteToHostException.class)) {
            return new RegistryTrouble.Unreachable(limits.connect());
        }
        if (has(thrown, ConnectException.class)) {
            return new RegistryTrouble.Refused();
        }
        return new RegistryTrouble.HungUp();
    }

    /** Whether the same request may succeed when it is sent again. */
    static boolean mayPass(RegistryTrouble trouble) {
        return trouble instanceof RegistryTrouble.HungUp;
    }

    private static RegistryTrouble tls(Throwable thrown) {
        if (has(thrown, CertPathBuilderException.class) || has(thrown, CertPathValidatorException.class)) {
            return new RegistryTrouble.NotTrusted();
        }
        if (has(thrown, CertificateException.class)) {
            return causes(thrown)
                            .filter(CertificateException.class::isInstance)
                            .map(Throwable::getMessage)
                            .anyMatch(text -> text != null && text.startsWith("No "))
                    ? new RegistryTrouble.OtherHostsCertificate()
                    : new RegistryTrouble.NotTrusted();
        }
        return new RegistryTrouble.NoTls();
    }

    /** The JDK has no type of its own for a body that is longer than its limit. */
    private static boolean saysTooMuch(@Nullable String message) {
        return message != null && message.contains("body exceeds capacity");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return causes(thrown).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, one -> one != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
