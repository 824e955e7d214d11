package tako.server.resource;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as stored.
 *
 * @param value the typed document
 * @param json the same with members Tako does not know; secrets stand in it as the ids of their rows
 * @param version raised by each change
 * @param modifiedBy the name of who changed it last
 */
public record Stored<D>(
        String id, String space, int version, Instant modifiedAt, String modifiedBy, D value, ObjectNode json) {}
