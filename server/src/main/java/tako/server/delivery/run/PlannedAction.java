package tako.server.delivery.run;

import java.util.Optional;
import tako.server.projects.process.Action;

/**
 * An action of a plan.
 *
 * @param position in its step, from 0
 * @param number as people read it: {@code 2}, {@code 2.1}
 * @param leftOut why it does not run, as the end of a sentence; empty when it may
 */
record PlannedAction(int position, String number, Action action, Optional<String> leftOut) {}
