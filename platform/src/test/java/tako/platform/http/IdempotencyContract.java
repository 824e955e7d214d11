package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.database.FreshDatabase;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secrets;
import tako.platform.task.ManualClock;

abstract class IdempotencyContract {
    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = MasterKey.of(MasterKey.generate(random));
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger acts = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private TestHttpServer server;

    abstract FreshDatabase fresh();

    record Order(String name) {}

    record Made(String id, String name) {}

    private List<Route<?>> routes() {
        return List.of(
                Endpoint.post("/orders").takes(Order.class, new Order("roses"), this::create),
                Endpoint.post("/slow").takes(Order.class, new Order("roses"), call -> {
                    entered.countDown();
                    go.await();
                    return create(call);
                }),
                Endpoint.post("/orders/{id}/send").does(call -> {
                    acts.incrementAndGet();
                    return Response.empty();
                }),
                Endpoint.put("/orders/{id}").takes(Order.class, new Order("roses"), this::create),
                Endpoint.get("/orders").does(call -> Response.ok(acts.incrementAndGet())));
    }

    private Response create(Call<Order> call) {
        int act = acts.incrementAndGet();
        if (call.body().name().equals("weeds")) {
            throw Problem.invalid("No weeds.");
        }
        return Response.created(new Made("Orders-" + act, call.body().name()));
    }

    private IdempotencyKeys keys() {
        return new IdempotencyKeys(fresh.database(), Secrets.open(fresh.database(), master, random), clock);
    }

    @BeforeEach
    void start() {
        var around = new HttpServer.Surroundings(
                TestHttpServer.MAPPER,
                InstantSource.system(),
                new SplittableRandom(7),
                RequestObserverList.ignoring(),
                Optional.of(keys()));
        server = TestHttpServer.start(
                new RouteTable(routes()), TestHttpServer.settings(), TestHttpServer.admission(), around);
    }

    @AfterEach
    void stop() {
        go.countDown();
        server.close();
    }

    private HttpResponse<String> post(String path, String key, String body) {
        return server.send(server.asAdmin(path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String id(HttpResponse<String> answer) {
        return TestHttpServer.json(answer).get("Id").asString();
    }

    @Test
    void the_same_request_with_the_same_key_gets_the_first_answer_and_does_nothing() {
        HttpResponse<String> first = post("/api/orders", "k1", "{\"Name\":\"roses\"}");
        HttpResponse<String> second = post("/api/spaces/Spaces-1/ORDERS", "k1", "{\"Name\":\"roses\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(acts).hasValue(1);
    }

    @Test
    void other_keys_other_people_and_requests_without_a_key_act() {
        post("/api/orders", "k1", "{\"Name\":\"roses\"}");

        post("/api/orders", "k2", "{\"Name\":\"roses\"}");
        server.post("/api/orders", "{\"Name\":\"roses\"}");
        HttpResponse<String> gil = server.send(server.request("/api/orders")
                .headers("X-Octopus-ApiKey", TestHttpServer.GUEST_KEY, "Idempotency-Key", "k1")
                .POST(BodyPublishers.ofString("{\"Name\":\"roses\"}"))
                .build());

        assertThat(id(gil)).isEqualTo("Orders-4");
    }

    @Test
    void a_key_that_stands_for_another_request_is_refused() {
        post("/api/orders", "k1", "{\"Name\":\"roses\"}");

        assertThat(post("/api/orders", "k1", "{\"Name\":\"tulips\"}").statusCode())
                .isEqualTo(422);
        assertThat(post("/api/Spaces-2/orders", "k1", "{\"Name\":\"roses\"}").statusCode())
                .isEqualTo(422);
        assertThat(post("/api/orders/Orders-1/send", "k1", "").statusCode()).isEqualTo(422);
        assertThat(acts).hasValue(1);
    }

    @Test
    void a_request_that_failed_may_be_repeated() {
        assertThat(post("/api/orders", "k1", "{\"Name\":\"weeds\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/api/orders", "k1", "{\"Name\":\"roses\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_body_that_is_no_json_uses_up_no_key() {
        assertThat(post("/api/orders", "k1", "{").statusCode()).isEqualTo(400);
        assertThat(post("/api/orders", "k1", "{\"Name\":\"roses\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void while_the_first_is_under_way_the_second_is_told_to_come_back() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> post("/api/slow", "k1", "{\"Name\":\"roses\"}"));
        entered.await();

        HttpResponse<String> second = post("/api/slow", "k1", "{\"Name\":\"roses\"}");
        go.countDown();
        HttpResponse<String> done = first.join();

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        assertThat(post("/api/slow", "k1", "{\"Name\":\"roses\"}").body()).isEqualTo(done.body());
        assertThat(acts).hasValue(1);
    }

    @Test
    void a_request_that_a_crash_cut_off_is_not_done_again() {
        assertThat(keys().claim("some id", "a request")).isEmpty();

        assertThatThrownBy(() -> keys().claim("some id", "a request"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void an_action_without_a_body_is_done_once() {
        assertThat(post("/api/orders/Orders-1/send", "k1", "").statusCode()).isEqualTo(200);
        assertThat(post("/api/orders/Orders-1/send", "k1", "").statusCode()).isEqualTo(200);
        assertThat(acts).hasValue(1);
    }

    @Test
    void only_posts_are_done_once() {
        for (int time = 0; time < 2; time++) {
            server.send(server.asAdmin("/api/orders/1")
                    .header("Idempotency-Key", "k1")
                    .PUT(BodyPublishers.ofString("{\"Name\":\"roses\"}"))
                    .build());
        }

        assertThat(acts).hasValue(2);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        post("/api/orders", "k1", "{\"Name\":\"roses\"}");

        clock.advance(IdempotencyKeys.REMEMBERED);
        assertThat(id(post("/api/orders", "k1", "{\"Name\":\"tulips\"}"))).isEqualTo("Orders-2");
        assertThat(rows()).isEqualTo(1);

        clock.advance(IdempotencyKeys.REMEMBERED.plus(Duration.ofHours(1)));
        post("/api/orders", "k9", "{\"Name\":\"roses\"}");
        assertThat(rows()).isEqualTo(1);
    }

    private int rows() {
        return fresh.database()
                .read(view -> view.query("select count(*) from idempotency")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void answers_are_not_kept_in_clear() {
        post("/api/orders", "key-in-clear", "{\"Name\":\"black-roses\"}");

        List<Map<String, Object>> rows = fresh.database()
                .read(view -> view.query("select * from idempotency").mapToMap().list());

        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain("black-roses").doesNotContain("key-in-clear");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b"})
    void a_key_that_is_none_is_refused(String key) {
        assertThat(post("/api/orders", key, "{\"Name\":\"roses\"}").statusCode())
                .isEqualTo(400);
        assertThat(acts).hasValue(0);
    }
}
