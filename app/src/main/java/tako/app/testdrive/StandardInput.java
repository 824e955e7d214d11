package tako.app.testdrive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** The process's standard input. It is read only when something is there, so that a job in the background is not stopped by its terminal. */
public final class StandardInput implements Input {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    @Override
    public Optional<String> line() {
        try {
            return in.ready() ? Optional.ofNullable(in.readLine()) : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }
}
