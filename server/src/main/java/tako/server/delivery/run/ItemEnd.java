package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import tako.server.delivery.step.Awaited;

/**
 * How an attempt of an item ended.
 *
 * @param state what the item becomes
 * @param reason why it failed or was skipped, a sentence; "" otherwise
 * @param waits for what, when that is what it becomes
 * @param outputs what it has set
 * @param warned whether its log has warnings or errors
 * @param fault what kept the server from carrying it out, if that was it: the run itself stops, not the item
 */
record ItemEnd(
        Item item,
        ItemState state,
        String reason,
        Optional<Awaited> waits,
        List<RunOutput> outputs,
        boolean warned,
        Optional<RuntimeException> fault) {}
