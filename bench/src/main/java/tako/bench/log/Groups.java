package tako.bench.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * How many bytes each log wrote before each time that it had them put on disk, in order: what the JDK's flight recorder saw, so that
 * nothing of the product needs to tell.
 *
 * @param byLog by the name of the log's folder
 */
record Groups(Map<String, List<Integer>> byLog) {
    private static final String WRITE = "jdk.FileWrite";
    private static final String FORCE = "jdk.FileForce";

    /** Records while something is done. */
    static Groups during(Path folder, Work work) throws Exception {
        Path file = Files.createTempFile("tako-bench-", ".jfr");
        try (Recording recording = new Recording()) {
            for (String event : List.of(WRITE, FORCE)) {
                recording.enable(event).withoutThreshold().withoutStackTrace().with("throttle", "off");
            }
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return of(file, folder);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private static Groups of(Path recording, Path folder) throws IOException {
        List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(recording));
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        Map<String, List<Integer>> groups = new HashMap<>();
        Map<Path, Integer> open = new HashMap<>();
        for (RecordedEvent event : events) {
            Path file = Path.of(event.getString("path"));
            if (!file.startsWith(folder)) {
                continue;
            }
            if (event.getEventType().getName().equals(WRITE)) {
                open.merge(file, (int) event.getLong("bytesWritten"), Integer::sum);
            } else if (open.containsKey(file)) {
                String log = folder.relativize(file).getName(0).toString();
                groups.computeIfAbsent(log, name -> new ArrayList<>()).add(open.remove(file));
            }
        }
        return new Groups(groups);
    }

    List<Integer> of(String log) {
        return byLog.getOrDefault(log, List.of());
    }

    int count() {
        return byLog.values().stream().mapToInt(List::size).sum();
    }

    /** The size of the one in the middle. */
    int medianBytes() {
        List<Integer> sizes =
                byLog.values().stream().flatMap(List::stream).sorted().toList();
        return sizes.get(sizes.size() / 2);
    }
}
