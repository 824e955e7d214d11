package tako.server.delivery.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.platform.json.WireInstants;

/** The system variables that tell of a release. Pure; all values are texts. */
public final class ReleaseVariables {
    private ReleaseVariables() {}

    /** Those of a release, but the channel's. */
    public static Map<String, String> of(Release release) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Octopus.Release.Id", release.id());
        all.put("Octopus.Release.Number", release.version());
        all.put(
                "Octopus.Release.Notes",
                Optional.ofNullable(release.releaseNotes()).orElse(""));
        all.put("Octopus.Release.Created", time(Optional.ofNullable(release.assembled())));
        release.customFields()
                .forEach((name, value) -> all.put("Octopus.Release.CustomFields[" + name + "]", value.asString("")));
        all.put("Octopus.Web.ReleaseLink", "/app#/" + release.spaceId() + "/releases/" + release.id());
        return all;
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(WireInstants::format).orElse("");
    }
}
