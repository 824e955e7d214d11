package tako.platform.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The machine's processes as {@code /proc} shows them. Where there is none, nothing is found. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final long PAUSE = Duration.ofMillis(5).toNanos();
    private static final Charset NATIVE = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private ProcessTable() {}

    /** Processes that carry the mark of one of the executions whose folders lie in (or are) the folder, or work there without a terminal. */
    static Set<ProcessHandle> markedBy(Path folder) {
        var own = ProcessHandle.current().pid();
        var marked = new HashSet<ProcessHandle>();
        for (long pid : pids()) {
            if (pid != own && (carriesMark(pid, folder) || worksIn(pid, folder))) {
                ProcessHandle.of(pid).ifPresent(marked::add);
            }
        }
        return marked;
    }

    /**
     * Kills what is found, again and again, until nothing is found.
     *
     * @return what is left when the bound has passed, e.g. processes that wait for a dead disk
     */
    static Collection<ProcessHandle> killAll(Supplier<? extends Collection<ProcessHandle>> found, Duration bound) {
        var end = System.nanoTime() + bound.toNanos();
        var left = living(found.get());
        while (!left.isEmpty() && System.nanoTime() < end) {
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE);
            left = living(found.get());
        }
        return left;
    }

    private static List<ProcessHandle> living(Collection<ProcessHandle> processes) {
        return processes.stream().filter(ProcessTable::lives).toList();
    }

    /** A zombie does not live: it only waits for its parent to take note. */
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && !Set.of("Z", "X").contains(status(process.pid(), 0));
    }

    private static List<Long> pids() {
        var pids = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return pids;
    }

    private static boolean carriesMark(long pid, Path folder) {
        var environment = "\0" + read(pid, "environ");
        var mark =
                "\0" + LocalExecutor.MARK + "=" + new String(folder.toString().getBytes(NATIVE), ISO_8859_1);
        return environment.contains(mark + "/") || environment.contains(mark + "\0");
    }

    /** A command's processes have no terminal; a person's shell that looks into the folder has one and is spared. */
    private static boolean worksIn(long pid, Path folder) {
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/cwd")).startsWith(folder)
                    && status(pid, 4).equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    /** A field of {@code /proc/PID/stat} after the program's name: 0 is the state, 4 the terminal. */
    private static String status(long pid, int field) {
        var stat = read(pid, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return field < fields.length ? fields[field] : "";
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
