package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tako.platform.task.ManualClock;

class LimitsTest {
    @Test
    void an_address_that_asks_too_often_is_told_when_to_come_back() {
        var clock = new ManualClock();
        var rate = new RateLimit(2, clock);
        rate.check("192.0.2.1");
        rate.check("192.0.2.1");

        assertThatThrownBy(() -> rate.check("192.0.2.1")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.headers()).contains(new Response.Header("Retry-After", "30"));
        });
        rate.check("192.0.2.2");

        clock.advance(Duration.ofSeconds(60));
        rate.check("192.0.2.1");
    }

    @Test
    void no_limit_is_no_limit() {
        var rate = new RateLimit(0, new ManualClock());

        for (int count = 0; count < 10_000; count++) {
            rate.check("192.0.2.1");
        }
    }

    @Test
    void who_waits_too_long_behind_others_is_told_to_come_back() throws InterruptedException {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        HttpSettings usual = TestHttpServer.settings();
        var timings = new HttpSettings.Timings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMillis(20),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20));
        var settings =
                new HttpSettings(usual.listen(), new HttpSettings.Limits(1_000, 1_000, 1, 0), timings, usual.version());
        var table = new RouteTable(List.of(Endpoint.get("/slow").does(call -> {
            entered.countDown();
            go.await();
            return Response.empty();
        })));
        try (var server = TestHttpServer.start(table, settings, RequestObserverList.ignoring())) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> server.get("/api/slow"));
            entered.await();

            HttpResponse<String> second = server.get("/api/slow");
            go.countDown();

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_port_that_is_taken_is_said_in_a_sentence() {
        try (var first = TestHttpServer.start(EchoRoutes.table())) {
            HttpSettings same = HttpSettings.of("127.0.0.1", first.server().port(), "0.1.0-test");

            assertThatThrownBy(() -> TestHttpServer.start(EchoRoutes.table(), same, RequestObserverList.ignoring()))
                    .isInstanceOf(CannotListen.class)
                    .hasMessage(
                            "Cannot listen on port " + first.server().port()
                                    + " of 127.0.0.1: another program uses it. Stop that program or choose another with --port.");
        }
    }
}
