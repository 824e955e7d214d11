package tako.server.resource;

import java.util.Optional;
import tako.platform.database.View;

/**
 * A document about to be stored.
 *
 * @param view the transaction's view, for rules that look at other documents
 * @param before the stored document when it is a change
 * @param after what is to be stored
 */
public record Draft<D>(View view, String space, Optional<D> before, D after) {}
