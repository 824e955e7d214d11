package tako.app.testdrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever listens for a line is never held up, whatever is typed or piped. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StandardInputTest {
    @Test
    void halfALineIsNoLineUntilItEnds() throws IOException {
        try (var typing = new PipedOutputStream();
                var in = new PipedInputStream(typing)) {
            var input = new StandardInput(in);

            typing.write('p');
            assertThat(input.line()).isEmpty();

            typing.write('\n');
            assertThat(input.line()).contains("p");
        }
    }

    @Test
    void linesComeOneByOneAndAnUnendedLastOneNever() {
        var input = new StandardInput(new ByteArrayInputStream("p\na\nm".getBytes(StandardCharsets.UTF_8)));

        assertThat(input.line()).contains("p");
        assertThat(input.line()).contains("a");
        assertThat(input.line()).isEmpty();
        assertThat(input.line()).isEmpty();
    }

    @Test
    void whatIsForgottenIsNeverHeard() throws IOException {
        try (var typing = new PipedOutputStream();
                var in = new PipedInputStream(typing)) {
            var input = new StandardInput(in);
            typing.write('p');
            assertThat(input.line()).isEmpty();
            typing.write("\np\np".getBytes(StandardCharsets.UTF_8));

            input.forget();
            typing.write("a\n".getBytes(StandardCharsets.UTF_8));

            assertThat(input.line()).contains("a");
        }
    }

    @Test
    void aLineWithoutEndIsNotWaitedFor() {
        assertThat(new StandardInput(new Endless("p")).line()).isEmpty();
    }

    /** Somebody who types the same over and over, as {@code yes} does. */
    static final class Endless extends InputStream {
        private final byte[] text;
        private int read;

        Endless(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return text[read++ % text.length];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int more = 0; more < length; more++) {
                into[offset + more] = (byte) read();
            }
            return length;
        }

        @Override
        public int available() {
            return 8192;
        }
    }
}
