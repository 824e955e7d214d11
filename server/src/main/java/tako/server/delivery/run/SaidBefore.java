package tako.server.delivery.run;

import java.util.List;

/** Finds what an earlier run of a task, before a restart or a pause, has written into its log. */
@FunctionalInterface
interface SaidBefore {
    /** Nothing was written. */
    SaidBefore NOTHING = text -> List.of();

    /** The lines that hold a text. */
    List<String> lines(String text);
}
