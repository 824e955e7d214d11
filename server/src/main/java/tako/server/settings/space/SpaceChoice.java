package tako.server.settings.space;

import java.util.List;
import tako.platform.http.Call;

/**
 * Of which spaces a request for a mixed collection (teams, events, tasks) speaks.
 *
 * @param spaces ids as the client wrote them; empty for every space
 * @param system whether what belongs to no space is wanted too
 */
public record SpaceChoice(List<String> spaces, boolean system) {
    /** The query parameters it is read from. */
    public static final List<String> PARAMETERS = List.of("spaces", "includeSystem");

    /**
     * The choice of a request. One that names a space in its address wants that one; otherwise {@code spaces} says which, with
     * "all" or nothing for every one. What belongs to the system comes along if asked for, or if nothing at all was asked for.
     */
    public static SpaceChoice of(Call<?> call) {
        String system = call.query("includeSystem").orElse("");
        if (!call.space().isEmpty()) {
            return new SpaceChoice(List.of(call.space()), system.equalsIgnoreCase("true"));
        }
        List<String> asked = call.queryList("spaces");
        if (asked.isEmpty() || asked.stream().anyMatch("all"::equalsIgnoreCase)) {
            return new SpaceChoice(List.of(), !system.equalsIgnoreCase("false"));
        }
        return new SpaceChoice(asked, system.equalsIgnoreCase("true"));
    }
}
