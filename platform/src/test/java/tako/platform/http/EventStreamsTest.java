package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamsTest {
    private static final int PERMITS = 2;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final TestHttpServer server = TestHttpServer.start(
            new RouteTable(List.of(
                    Endpoint.get("/waiting").does(call -> new Response.Events(this::wait)),
                    Endpoint.get("/short")
                            .does(call -> new Response.Events(sink -> {
                                sink.send("first\r\nid: forged", "1", "a\nb");
                                sink.send("second", "", "{}");
                            })),
                    Endpoint.get("/plain").does(call -> Response.ok(true)))),
            settings(),
            RequestObserverList.ignoring());

    private static HttpSettings settings() {
        HttpSettings usual = TestHttpServer.settings();
        return new HttpSettings(
                usual.listen(),
                new HttpSettings.Limits(1_000, 1_000, PERMITS, 0),
                new HttpSettings.Timings(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(20)),
                usual.version());
    }

    private void wait(Response.EventSink sink) {
        sink.send("open", "", "{}");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException closed) {
            interrupted.countDown();
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EventStreamClient open(String path) {
        return EventStreamClient.open(server, path);
    }

    @Test
    void events_arrive_whole_and_cannot_be_forged() {
        EventStreamClient stream = open("/api/short");

        assertThat(stream.next()).isEqualTo(new EventStreamClient.Event("first  id: forged", "1", "a\nb"));
        assertThat(stream.next()).isEqualTo(new EventStreamClient.Event("second", "", "{}"));
        assertThat(stream.ends()).isTrue();
    }

    @Test
    void a_quiet_stream_gives_signs_of_life() {
        EventStreamClient stream = open("/api/waiting");
        stream.next();

        stream.comment();
        stream.comment();
    }

    @Test
    void open_streams_keep_no_request_from_being_answered() {
        var streams = new ArrayList<EventStreamClient>();
        for (int count = 0; count < 5 * PERMITS; count++) {
            streams.add(open("/api/waiting"));
        }
        streams.forEach(EventStreamClient::next);

        assertThat(server.server().openStreams()).isEqualTo(5 * PERMITS);
        assertThat(server.get("/api/plain").statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_that_went_is_noticed_and_the_source_interrupted() throws InterruptedException {
        EventStreamClient stream = open("/api/waiting");
        stream.next();

        stream.close();

        interrupted.await();
        await().atMost(Duration.ofSeconds(10)).until(() -> server.server().openStreams() == 0);
    }

    @Test
    void a_server_that_stops_ends_them_first() throws InterruptedException {
        EventStreamClient stream = open("/api/waiting");
        stream.next();
        long started = System.nanoTime();

        server.server().close();

        assertThat(stream.ends()).isTrue();
        interrupted.await();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }
}
