package tako.server.library.variableset;

import java.util.List;
import tako.platform.database.View;

/** What an owner of variables has that these can be scoped to and that lies above the library; joined where the program is wired. */
public interface OwnerScopes {
    /** What a project or library set has. */
    Choices of(View view, String space, String owner);

    /** Steps, channels, tags of tenants and processes; all empty for a library set. */
    record Choices(
            List<ScopeValues.Named> actions,
            List<ScopeValues.Named> channels,
            List<ScopeValues.Named> tenantTags,
            List<ScopeValues.ScopeProcess> processes) {
        /** Nothing. */
        public static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of());
    }
}
