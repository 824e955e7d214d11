package tako.platform.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of a log as it was at some place, so that a long log need not be read to show it. Only a copy of what the segments say: when
 * it is missing, torn or behind, they are read.
 */
final class TreeFile {
    private static final int NODE = 1;
    private static final int PLACE = 2;

    /**
     * A tree and the place up to which it tells the log.
     *
     * @param segment the first number of the segment
     * @param offset in it, in bytes
     */
    record Saved(LogTree tree, long segment, long offset) {}

    private final Path file;

    TreeFile(Path folder) {
        this.file = folder.resolve("tree");
    }

    void save(Saved saved) throws IOException {
        RecordWriter out = new RecordWriter(4096);
        saved.tree().list().forEach(node -> write(node, out));
        out.begin(PLACE)
                .number(saved.segment())
                .number(saved.offset())
                .number(saved.tree().epoch())
                .number(saved.tree().last())
                .end();
        Path next = file.resolveSibling("tree.new");
        ByteBuffer records = out.bytes();
        ByteBuffer all = ByteBuffer.allocate(FileHeader.LENGTH + records.remaining());
        all.put(FileHeader.bytes()).put(records);
        Files.write(next, all.array());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was saved last; empty when it is missing or torn. */
    Optional<Saved> load() throws IOException {
        try {
            return read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<Saved> read(byte[] bytes) {
        if (bytes.length < FileHeader.LENGTH) {
            return Optional.empty();
        }
        FileHeader.check(bytes, file);
        RecordReader in = new RecordReader(bytes, FileHeader.LENGTH);
        List<LogNode> nodes = new ArrayList<>();
        while (in.next()) {
            if (in.small() == PLACE) {
                return Optional.of(place(in, nodes));
            }
            nodes.add(node(in));
        }
        return Optional.empty();
    }

    private static Saved place(RecordReader in, List<LogNode> nodes) {
        long segment = in.number();
        long offset = in.number();
        return new Saved(new LogTree(nodes, in.number(), in.number()), segment, offset);
    }

    private static void write(LogNode node, RecordWriter out) {
        out.begin(NODE)
                .text(node.id())
                .text(node.parent())
                .text(node.title())
                .small(EventFormat.code(node.status()))
                .number(node.started().toEpochMilli())
                .small(node.ended().isPresent() ? 1 : 0)
                .number(node.ended().map(Instant::toEpochMilli).orElse(0L))
                .small(node.percentage())
                .text(node.progressMessage())
                .number(node.lines().first())
                .number(node.lines().last())
                .small(node.lines().byLevel().size());
        node.lines()
                .byLevel()
                .forEach((level, count) -> out.small(EventFormat.code(level)).number(count));
        out.end();
    }

    private static LogNode node(RecordReader in) {
        return new LogNode(
                in.text(),
                in.text(),
                in.text(),
                EventFormat.status(in.small()),
                Instant.ofEpochMilli(in.number()),
                ended(in),
                in.small(),
                in.text(),
                new LogNode.Lines(in.number(), in.number(), byLevel(in)));
    }

    private static Optional<Instant> ended(RecordReader in) {
        boolean ended = in.small() == 1;
        Instant at = Instant.ofEpochMilli(in.number());
        return ended ? Optional.of(at) : Optional.empty();
    }

    private static Map<Level, Long> byLevel(RecordReader in) {
        Map<Level, Long> counts = new EnumMap<>(Level.class);
        for (int left = in.small(); left > 0; left--) {
            counts.put(EventFormat.level(in.small()), in.number());
        }
        return counts;
    }
}
