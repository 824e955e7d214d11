package tako.server.library.lifecycle;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tools.jackson.databind.JsonNode;

/**
 * How long something is kept. Whatever a client sends (older ones know no strategy), the four members agree: nothing to
 * keep means forever.
 *
 * @param unit what {@code quantityToKeep} counts
 * @param quantityToKeep 0 for ever
 * @param shouldKeepForever derived: whether the quantity is 0
 * @param strategy who decides
 * @param unknown members that this server does not know, kept
 */
public record RetentionPeriod(
        Unit unit,
        int quantityToKeep,
        boolean shouldKeepForever,
        Strategy strategy,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    /** What is counted. */
    public enum Unit {
        /** Days since it was made or last used. */
        @JsonProperty("Days")
        DAYS,
        /** The newest ones. */
        @JsonProperty("Items")
        ITEMS
    }

    /** Who decides how long. */
    public enum Strategy {
        /** The space's setting. */
        @JsonProperty("Default")
        DEFAULT,
        /** Nothing is ever removed. */
        @JsonProperty("Forever")
        FOREVER,
        /** The quantity and unit given here. */
        @JsonProperty("Count")
        COUNT
    }

    /** The space's setting. */
    public static final RetentionPeriod DEFAULT = new RetentionPeriod(Unit.ITEMS, 0, true, Strategy.DEFAULT, Map.of());

    public RetentionPeriod {
        unit = Absent.or(unit, Unit.ITEMS);
        strategy = agreed(strategy, quantityToKeep);
        quantityToKeep = strategy == Strategy.COUNT ? quantityToKeep : 0;
        shouldKeepForever = quantityToKeep == 0;
        unknown = Absent.orEmpty(unknown);
    }

    private static Strategy agreed(@Nullable Strategy sent, int quantity) {
        if (sent != null && sent != Strategy.COUNT) {
            return sent;
        }
        return quantity <= 0 ? Strategy.FOREVER : Strategy.COUNT;
    }
}
