package tako.server.delivery.interruption;

import java.util.List;
import tako.platform.database.View;

/** How a step finds the teams that it names. */
@FunctionalInterface
public interface TeamLookup {
    /**
     * What was found.
     *
     * @param ids of the teams; a team that is gone stays as it was written, so that its absence makes nobody else responsible
     * @param warnings sentences for the log: teams that are gone, or that have nobody who could answer
     */
    record Found(List<String> ids, List<String> warnings) {}

    /** @param written ids, slugs or names, as they stand in the step */
    Found find(View view, String space, List<String> written);
}
