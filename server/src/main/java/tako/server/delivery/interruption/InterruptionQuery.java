package tako.server.delivery.interruption;

import java.util.List;

/**
 * What a list shows. Empty filters mean no filter.
 *
 * @param ids only these
 * @param regarding only those that are about one of these documents or tasks
 * @param pendingOnly only those that wait for an answer
 */
record InterruptionQuery(List<String> ids, List<String> regarding, boolean pendingOnly, int skip, int take) {}
