package tako.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tako.platform.http.EventStreamClient;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;

class NoticeRouteTest {
    private final Notices notices = new Notices(InstantSource.system(), new SplittableRandom(1));
    private final TestHttpServer server = TestHttpServer.start(new RouteTable(List.of(NoticeRoute.of(
            notices, (principal, space) -> notice -> !notice.kind().equals("Hidden"), TestHttpServer.MAPPER))));

    @AfterEach
    void stop() {
        server.close();
    }

    private EventStreamClient open(String query, String... headers) {
        return EventStreamClient.open(server, "/api/Spaces-1/portal/stream" + query, headers);
    }

    private static Notice in(String space, String kind, String id) {
        return Notice.of(kind, id, space, 3);
    }

    @Test
    void notices_of_the_space_and_of_the_system_arrive() {
        EventStreamClient stream = open("");
        assertThat(stream.next().event()).isEqualTo("ready");

        notices.publish(in("Spaces-2", "Environment", "Environments-1"));
        notices.publish(in("Spaces-1", "Hidden", "Hidden-1"));
        notices.publish(
                new Notice("Task", "ServerTasks-1", "Spaces-1", 3, Map.of("State", "Success", "ProjectId", "P")));
        notices.publish(in("", "Space", "Spaces-1"));

        assertThat(stream.next().data())
                .isEqualTo(
                        "{\"Kind\":\"Task\",\"Id\":\"ServerTasks-1\",\"Rev\":3,\"ProjectId\":\"P\",\"State\":\"Success\"}");
        assertThat(stream.next().data()).isEqualTo("{\"Kind\":\"Space\",\"Id\":\"Spaces-1\",\"Rev\":3}");
    }

    @Test
    void of_logs_only_the_one_asked_for_arrives() {
        EventStreamClient one = open("?log=servertasks-2");
        EventStreamClient none = open("");
        one.next();
        none.next();

        notices.publish(in("Spaces-1", "Log", "ServerTasks-1"));
        notices.publish(in("Spaces-1", "Log", "ServerTasks-2"));
        notices.publish(in("Spaces-1", "Project", "Projects-1"));

        assertThat(one.next().data()).contains("ServerTasks-2");
        assertThat(none.next().data()).contains("Projects-1");
    }

    @Test
    void a_stream_goes_on_where_it_was_cut() {
        EventStreamClient first = open("");
        first.next();
        notices.publish(in("Spaces-1", "Project", "Projects-1"));
        String last = first.next().id();
        first.close();
        notices.publish(in("Spaces-1", "Project", "Projects-2"));

        EventStreamClient second = open("", "Last-Event-ID", last);

        assertThat(second.next().event()).isEqualTo("ready");
        assertThat(second.next().data()).contains("Projects-2");
        assertThat(open("", "Last-Event-ID", "unknown").next().event()).isEqualTo("resync");
    }

    @Test
    void a_server_that_stops_ends_the_streams_at_once() {
        EventStreamClient stream = open("");
        stream.next();
        assertThat(notices.watching()).isEqualTo(1);

        server.server().close();

        assertThat(stream.ends()).isTrue();
        await().atMost(Duration.ofSeconds(5)).until(() -> notices.watching() == 0);
    }

    @Test
    void nobody_watches_without_credentials() {
        assertThat(server.send(server.request("/api/Spaces-1/portal/stream").build())
                        .statusCode())
                .isEqualTo(401);
    }
}
