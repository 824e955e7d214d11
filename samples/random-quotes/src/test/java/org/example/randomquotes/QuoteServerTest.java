package org.example.randomquotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteServerTest {
    @TempDir
    Path folder;

    private QuoteDatabase quotes;
    private QuoteServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        quotes = QuoteDatabase.open(folder.resolve("quotes.db"), new Random(1));
        server = QuoteServer.start(settings(0), quotes);
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
        quotes.close();
        client.close();
    }

    @Test
    void the_page_has_a_quote_the_version_and_the_environment() throws Exception {
        HttpResponse<String> answer = send("GET", "/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).contains("<blockquote>", "Random Quotes 1.2.3, running in Dev");
    }

    @Test
    void it_is_healthy_while_the_database_can_be_read() throws Exception {
        assertThat(send("GET", "/healthz").body()).isEqualTo("12 quotes\n");

        quotes.close();

        assertThat(send("GET", "/healthz").statusCode()).isEqualTo(503);
    }

    @Test
    void anything_else_is_not_there() throws Exception {
        assertThat(send("GET", "/favicon.ico").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/").statusCode()).isEqualTo(405);
        assertThat(send("HEAD", "/").body()).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> QuoteServer.start(settings(server.port()), quotes))
                .withMessageContaining("127.0.0.1:" + server.port());
    }

    private Settings settings(int port) {
        return new Settings("127.0.0.1", port, folder.resolve("quotes.db"), "Dev", "1.2.3");
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
