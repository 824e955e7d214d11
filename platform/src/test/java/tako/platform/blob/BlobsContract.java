package tako.platform.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class BlobsContract {
    private static final String HASH_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    /** The blobs of the test, opened once more at each call, as by another node. */
    abstract Blobs blobs() throws IOException;

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static Optional<String> read(Blobs blobs, String hash) throws IOException {
        Optional<InputStream> found = blobs.open(hash);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(new String(in.readAllBytes(), UTF_8));
        }
    }

    @Test
    void a_content_is_kept_under_its_hash_for_every_node() throws IOException {
        Blobs.Blob blob = blobs().put(content("hello"));

        assertThat(blob).isEqualTo(new Blobs.Blob(HASH_OF_HELLO, 5));
        assertThat(read(blobs(), HASH_OF_HELLO)).contains("hello");
    }

    @Test
    void an_empty_content_is_a_content() throws IOException {
        Blobs.Blob blob = blobs().put(content(""));

        assertThat(blob.size()).isZero();
        assertThat(read(blobs(), blob.hash())).contains("");
    }

    @Test
    void the_same_content_is_the_same_blob_also_when_several_put_it_at_once() throws Exception {
        Blobs one = blobs();
        Blobs other = blobs();
        String text = "large ".repeat(100_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Blobs.Blob>> puts = IntStream.range(0, 8)
                    .<Callable<Blobs.Blob>>mapToObj(i -> () -> (i % 2 == 0 ? one : other).put(content(text)))
                    .toList();
            for (Future<Blobs.Blob> put : threads.invokeAll(puts)) {
                assertThat(read(one, put.get().hash())).contains(text);
            }
        }
    }

    @Test
    void what_is_removed_is_gone_and_may_come_again() throws IOException {
        Blobs blobs = blobs();
        blobs.put(content("hello"));

        blobs.remove(HASH_OF_HELLO);
        blobs.remove(HASH_OF_HELLO);

        assertThat(read(blobs, HASH_OF_HELLO)).isEmpty();
        blobs.put(content("hello"));
        assertThat(read(blobs, HASH_OF_HELLO)).contains("hello");
    }

    @Test
    void what_is_no_hash_is_nothing() throws IOException {
        Blobs blobs = blobs();
        for (String name : List.of("", "..", "../../etc/passwd", HASH_OF_HELLO + "/..", "incoming")) {
            assertThat(blobs.open(name)).as(name).isEmpty();
            blobs.remove(name);
        }
    }

    @Test
    void a_content_that_breaks_off_is_not_kept() throws IOException {
        InputStream breaking = new SequenceInputStream(content("begin"), new FilterInputStream(content("")) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> blobs().put(breaking))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertNothingIsKept();
    }

    @Test
    void a_thread_that_is_to_stop_still_keeps_what_it_made() throws IOException {
        Blobs blobs = blobs();
        Thread.currentThread().interrupt();
        Blobs.Blob blob = blobs.put(content("hello"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(read(blobs, blob.hash())).contains("hello");
    }

    /** Asserts that the store is as empty as a new one. */
    abstract void assertNothingIsKept() throws IOException;
}
