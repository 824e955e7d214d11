package tako.bench.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.bench.harness.Incorrect;

/**
 * The physical limit: the bytes that ours stored, a file for each log, in the same groups, each group put on disk by one {@code fdatasync}
 * before the next.
 *
 * @param bytes of each log
 */
record BareFiles(Map<String, byte[]> bytes, Groups groups) {
    /**
     * What lies in the folders of logs.
     *
     * @throws Incorrect unless it was written in these groups
     */
    static BareFiles of(Path folder, Groups groups) throws IOException {
        Map<String, byte[]> bytes = new HashMap<>();
        for (String log : Together.LOGS) {
            byte[] stored = stored(folder.resolve(log));
            bytes.put(log, stored);
            Incorrect.unlessEqual(
                    "bytes that the log " + log + " has written in groups",
                    stored.length,
                    groups.of(log).stream().mapToLong(Integer::longValue).sum());
        }
        return new BareFiles(bytes, groups);
    }

    private static byte[] stored(Path log) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(log)) {
            List<Path> segments = files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .toList();
            for (Path segment : segments) {
                Files.copy(segment, all);
            }
        }
        return all.toByteArray();
    }

    /** Seconds until everything is on disk. */
    double write(Path folder) throws Exception {
        double seconds = Together.seconds(log -> write(folder.resolve(log), log));
        for (String log : Together.LOGS) {
            if (!Arrays.equals(Files.readAllBytes(folder.resolve(log)), bytes.get(log))) {
                throw new Incorrect("The bare file " + log + " does not hold what ours stored");
            }
        }
        return seconds;
    }

    private void write(Path file, String log) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            int from = 0;
            for (int size : groups.of(log)) {
                ByteBuffer group = ByteBuffer.wrap(bytes.get(log), from, size);
                while (group.hasRemaining()) {
                    out.write(group);
                }
                out.force(false);
                from += size;
            }
        }
    }

    long size() {
        return bytes.values().stream().mapToLong(all -> all.length).sum();
    }
}
