package tako.steps.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tako.platform.secret.Secret;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterAccess.Trust;

/** One connection for each cluster and identity, for as long as it is of use. */
class ClustersTest {
    private final AtomicLong now = new AtomicLong();
    private final Clusters clusters = new Clusters(ClusterBounds.STANDARD, now::get);

    @AfterEach
    void close() {
        clusters.close();
    }

    @Test
    void the_same_identity_shares_a_connection_whatever_its_namespace() {
        var first = use(access("https://a.invalid", "t", "dev"));
        assertThat(use(access("https://a.invalid", "t", "test"))).isSameAs(first);
        assertThat(use(access("https://a.invalid", "other", "dev"))).isNotSameAs(first);
        assertThat(use(access("https://b.invalid", "t", "dev"))).isNotSameAs(first);
    }

    @Test
    void those_who_come_at_once_share_a_connection() {
        var access = access("https://a.invalid", "t", "dev");
        var together = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> use(access), Thread::startVirtualThread))
                .toList();

        assertThat(together.stream().map(CompletableFuture::join).distinct()).containsExactly(use(access));
    }

    @Test
    void what_was_not_used_for_a_while_is_made_anew() {
        var first = use(access("https://a.invalid", "t", "dev"));
        now.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(use(access("https://a.invalid", "t", "dev"))).isNotSameAs(first);
    }

    @Test
    void what_is_in_use_stays_however_busyand_however_many() {
        try (var busy = clusters.open(access("https://a.invalid", "t", "dev"))) {
            for (int i = 0; i < 20; i++) {
                use(access("https://c" + i + ".invalid", "t", "dev"));
            }
            now.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(use(access("https://a.invalid", "t", "dev"))).isSameAs(busy.cluster());
        }
    }

    @Test
    void more_than_a_handful_are_not_kept() {
        var first = use(access("https://a.invalid", "t", "dev"));
        for (int i = 0; i < 8; i++) {
            now.incrementAndGet();
            use(access("https://c" + i + ".invalid", "t", "dev"));
        }
        assertThat(use(access("https://a.invalid", "t", "dev"))).isNotSameAs(first);
    }

    @Test
    void credentials_that_cannot_be_used_are_refused_in_a_sentence() {
        var certificate = new Identity.ClientCertificate("nonsense", Secret.of("nonsense"));
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> clusters.open(
                        new ClusterAccess("https://a.invalid", new Trust.SystemTrust(), certificate, "x")))
                .withMessageStartingWith("The target's client certificate cannot be used (");
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> clusters.open(new ClusterAccess(
                        "https://a.invalid", new Trust.Authority("nonsense"), new Identity.Token(Secret.of("t")), "x")))
                .withMessageStartingWith("The certificate of the cluster's authority cannot be read (");
    }

    private Cluster use(ClusterAccess access) {
        try (var session = clusters.open(access)) {
            return session.cluster();
        }
    }

    private static ClusterAccess access(String url, String token, String namespace) {
        return new ClusterAccess(url, new Trust.SystemTrust(), new Identity.Token(Secret.of(token)), namespace);
    }
}
