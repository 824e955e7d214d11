package tako.platform.log;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The logs of a folder that are in use: all that are written, and those that were read last. */
final class FileLogs {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}");
    private static final int KEPT = 128;

    private final Function<String, FileLog> logs;
    private final Map<String, FileLog> used = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> holders = new HashMap<>();

    FileLogs(Function<String, FileLog> logs) {
        this.logs = logs;
    }

    /** @throws IllegalArgumentException when a log cannot have that id, because it names a folder */
    static void requireName(String log) {
        if (!NAME.matcher(log).matches()) {
            throw new IllegalArgumentException(
                    "The id of a log is at most 100 letters, digits, dots, - and _: \"" + log + "\"");
        }
    }

    /** A log that stays in use until it is released as often as it was held. */
    synchronized FileLog hold(String log) {
        holders.merge(log, 1, Integer::sum);
        return use(log);
    }

    /** Lets go of a held log; its next append opens its file again. */
    void release(String log, FileLog file) {
        file.rest();
        letGo(log);
    }

    /** What is stored of a log; nothing of an unknown one. */
    LogReading reading(String log) {
        return NAME.matcher(log).matches() ? use(log).reading() : new LogReading(new TreeMap<>(), List.of(), 0);
    }

    void remove(String log) {
        if (NAME.matcher(log).matches()) {
            FileLog file = use(log);
            file.remove();
            forget(log, file);
        }
    }

    private synchronized FileLog use(String log) {
        FileLog file = used.computeIfAbsent(log, logs);
        for (var eldest = used.keySet().iterator(); used.size() > KEPT && eldest.hasNext(); ) {
            String name = eldest.next();
            if (!holders.containsKey(name) && !name.equals(log)) {
                eldest.remove();
            }
        }
        return file;
    }

    private synchronized void letGo(String log) {
        holders.computeIfPresent(log, (name, count) -> count > 1 ? count - 1 : null);
    }

    private synchronized void forget(String log, FileLog file) {
        used.remove(log, file);
    }
}
