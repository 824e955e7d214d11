package tako.server.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That a document points at another.
 *
 * @param member the member that does, for messages: {@code LifecycleId}
 * @param target the id pointed at
 * @param idPrefix how ids of the kind meant begin: {@code Lifecycles}; "" for any kind
 */
public record Reference(String member, String target, String idPrefix) {
    /** A reference to a document of any kind. */
    public Reference(String member, String target) {
        this(member, target, "");
    }

    /** A reference from an optional id: null and "" are none. */
    public static Stream<Reference> from(String member, @Nullable String target) {
        return from(member, "", target);
    }

    /** A reference to a kind from an optional id: null and "" are none. */
    public static Stream<Reference> from(String member, String idPrefix, @Nullable String target) {
        return Optional.ofNullable(target)
                .filter(id -> !id.isBlank())
                .map(id -> new Reference(member, id, idPrefix))
                .stream();
    }

    /** A reference from each id of a list. */
    public static Stream<Reference> from(String member, List<String> targets) {
        return from(member, "", targets);
    }

    /** A reference to a kind from each id of a list. */
    public static Stream<Reference> from(String member, String idPrefix, List<String> targets) {
        return targets.stream().flatMap(target -> from(member, idPrefix, target));
    }
}
