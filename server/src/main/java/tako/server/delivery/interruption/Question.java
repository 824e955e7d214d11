package tako.server.delivery.interruption;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an action asks of people.
 *
 * @param title for lists, e.g. {@code Deployment Sign Off}
 * @param instructions Markdown, its variables replaced and its secrets masked
 * @param responsibleTeams ids of the teams whose members may answer; empty for whoever may answer everything
 * @param blocksOthers whether the run keeps its locks while it waits, so that others queue behind it
 * @param within how long it waits; empty for as long as the server lets questions wait
 */
public record Question(
        String title,
        String instructions,
        List<String> responsibleTeams,
        boolean blocksOthers,
        Optional<Duration> within) {
    public Question {
        responsibleTeams = List.copyOf(responsibleTeams);
    }
}
