package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.platform.log.Level;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.log.LogStore;

/** The lines that a node of a task's log holds already, whichever run of the task has written them. */
record SaidLines(LogStore logs, String task, String node, Set<Level> levels) {
    /** Those that hold a text, oldest first, at most so many. */
    List<LogLine> holding(String text, int most) {
        LineQuery said = new LineQuery(Optional.of(node), levels, new LineQuery.Range.After(0), most);
        return logs.search(task, text, said).numbers().stream()
                .flatMap(number -> logs.lines(task, LineQuery.after(number - 1, 1)).lines().stream())
                .toList();
    }
}
