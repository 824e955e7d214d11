package tako.platform.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process that appends to a log for ever and says which lines are durable, to be killed by a test. */
final class LogWriterProcess {
    static final String LOG = "ServerTasks-1";

    /** So small that kills also meet the change of segments. */
    static final int SEGMENT = 4 << 10;

    private LogWriterProcess() {}

    /** Arguments: the folder of the logs, the epoch, how many threads. */
    public static void main(String[] arguments) throws IOException {
        FileLogStore store = new FileLogStore(Path.of(arguments[0]), InstantSource.system(), SEGMENT);
        LogWriter writer = store.writer(LOG, Long.parseLong(arguments[1]));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        for (int thread = 0; thread < Integer.parseInt(arguments[2]); thread++) {
            String end = " of " + thread;
            String begin = arguments[1] + "-";
            String node = "thread-" + thread;
            Thread.ofPlatform().start(() -> {
                writer.open(node, "", node);
                for (int i = 0; ; i++) {
                    String text = begin + i + end;
                    writer.line(node, Level.INFO, text);
                    writer.flush();
                    out.println(text);
                }
            });
        }
    }
}
