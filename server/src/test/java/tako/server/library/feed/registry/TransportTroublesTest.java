package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import tako.server.library.feed.registry.RegistryTrouble.HungUp;
import tako.server.library.feed.registry.RegistryTrouble.NoTls;
import tako.server.library.feed.registry.RegistryTrouble.NotTrusted;
import tako.server.library.feed.registry.RegistryTrouble.OtherHostsCertificate;
import tako.server.library.feed.registry.RegistryTrouble.Refused;
import tako.server.library.feed.registry.RegistryTrouble.TimedOut;
import tako.server.library.feed.registry.RegistryTrouble.UnknownHost;
import tako.server.library.feed.registry.RegistryTrouble.Unreachable;

class TransportTroublesTest {
    private static final RegistryLimits LIMITS = RegistryLimits.standard();

    @Test
    void meanWhatHappened() {
        assertThat(of(because(new ConnectException(), new ClosedChannelException())))
                .isEqualTo(new Refused());
        assertThat(of(because(new ConnectException(), new UnresolvedAddressException())))
                .isEqualTo(new UnknownHost());
        assertThat(of(because(new ConnectException(), new NoRouteToHostException())))
                .isEqualTo(new Unreachable(LIMITS.connect()));
        assertThat(of(new HttpConnectTimeoutException("late"))).isEqualTo(new Unreachable(LIMITS.connect()));
        assertThat(of(new HttpTimeoutException("late"))).isEqualTo(new TimedOut(LIMITS.answer()));
        assertThat(of(because(new IOException(), new EOFException()))).isEqualTo(new HungUp());
    }

    @Test
    void tellCertificatesFromOtherTroubleWithTls() {
        assertThat(of(because(new SSLHandshakeException("path"), new CertPathValidatorException("expired"))))
                .isEqualTo(new NotTrusted());
        assertThat(of(because(
                        new SSLHandshakeException("name"),
                        new CertificateException("No subject alternative names present"))))
                .isEqualTo(new OtherHostsCertificate());
        assertThat(of(because(new SSLHandshakeException("odd"), new CertificateException())))
                .isEqualTo(new NotTrusted());
        assertThat(of(new SSLException("Unsupported or unrecognized SSL message")))
                .isEqualTo(new NoTls());
    }

    @Test
    void onlyABrokenConnectionIsTriedAgain() {
        assertThat(TransportTroubles.mayPass(new HungUp())).isTrue();
        assertThat(TransportTroubles.mayPass(new Refused())).isFalse();
        assertThat(TransportTroubles.mayPass(new TimedOut(LIMITS.answer()))).isFalse();
    }

    private static RegistryTrouble of(Throwable thrown) {
        return TransportTroubles.of(new ExecutionException(thrown), LIMITS);
    }

    private static <T extends Throwable> T because(T thrown, Throwable cause) {
        thrown.initCause(cause);
        return thrown;
    }
}
