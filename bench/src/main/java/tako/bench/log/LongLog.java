package tako.bench.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import tako.bench.harness.Incorrect;
import tako.platform.log.FileLogStore;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.log.LogNode;
import tako.platform.log.LogPage;

/** A long log, opened by a store that has not seen it. */
record LongLog(Path folder, TaskLines lines) {
    static final int SHOWN = 500;
    private static final String NAME = "ServerTasks-1";

    /** Writes it. */
    static LongLog write(Path folder, int count) throws IOException {
        TaskLines lines = new TaskLines(count);
        try (FileLogStore store = new FileLogStore(folder, InstantSource.system())) {
            lines.write(store, NAME);
        }
        return new LongLog(folder, lines);
    }

    /** Milliseconds until its tree and its last lines are there. */
    double openMillis() throws IOException {
        long start = System.nanoTime();
        try (FileLogStore store = new FileLogStore(folder, InstantSource.system())) {
            List<LogNode> tree = store.tree(NAME);
            LogPage page = store.lines(NAME, LineQuery.tail(SHOWN));
            double millis = (System.nanoTime() - start) / 1e6;
            check(tree, page);
            return millis;
        }
    }

    private void check(List<LogNode> tree, LogPage page) {
        long count = lines.count();
        Incorrect.unlessEqual("the last line of the long log", count, page.last());
        Incorrect.unlessEqual("lines shown", SHOWN, page.lines().size());
        Incorrect.unlessEqual("lines in the tree", count, tree.getLast().lines().last());
        long number = count - SHOWN;
        for (LogLine line : page.lines()) {
            number++;
            TaskLines.check(line, number);
        }
    }
}
