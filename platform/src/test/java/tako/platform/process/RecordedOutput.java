package tako.platform.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a command wrote. */
final class RecordedOutput implements Executor.Output {
    final List<String> out = new CopyOnWriteArrayList<>();
    final List<String> err = new CopyOnWriteArrayList<>();

    @Override
    public void line(Stream stream, String text) {
        (stream == Stream.OUT ? out : err).add(text);
    }
}
