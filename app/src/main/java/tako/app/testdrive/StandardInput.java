package tako.app.testdrive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The process's standard input. It is read only when something is there, byte by byte, so that neither a job in the background is stopped by
 * its terminal nor half a line holds anybody up.
 */
public final class StandardInput implements Input {
    private static final int LONGEST_LINE = 1024;

    private final InputStream in;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    public StandardInput() {
        this(System.in);
    }

    StandardInput(InputStream in) {
        this.in = in;
    }

    /** Reads at most as much as a line may be long; what a longer one has more is left out. */
    @Override
    public Optional<String> line() {
        try {
            for (int read = 0; read < LONGEST_LINE && in.available() > 0; read++) {
                int next = in.read();
                if (next == '\n') {
                    return Optional.of(ended());
                }
                if (next >= 0 && begun.size() < LONGEST_LINE) {
                    begun.write(next);
                }
            }
            return Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    @Override
    public void forget() {
        begun.reset();
        try {
            in.skipNBytes(in.available());
        } catch (IOException closed) {
            // Then there is nothing to forget.
        }
    }

    @Override
    public boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    private String ended() {
        String line = begun.toString(Charset.defaultCharset());
        begun.reset();
        return line;
    }
}
