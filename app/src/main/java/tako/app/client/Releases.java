package tako.app.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds releases by the names that people type. */
public final class Releases {
    private final ApiClient api;
    private final String base;

    public Releases(ApiClient api, String space) {
        this.api = api;
        this.base = "/api/" + space;
    }

    /**
     * The id of a release.
     *
     * @param project name, id or slug
     * @param version the newest if none is given
     * @throws RequestRefused when there is none
     */
    public String id(String project, Optional<String> version) {
        String releases = releasesOf(project);
        JsonNode release = version.map(text -> api.get(releases + "/" + ApiClient.encoded(text)))
                .orElseGet(() -> newest(releases));
        return release.path("Id").asString("");
    }

    /** The version of the newest release. @throws RequestRefused when there is none */
    String newestVersion(String project) {
        return newest(releasesOf(project)).path("Version").asString("");
    }

    private JsonNode newest(String releases) {
        JsonNode first = api.get(releases + "?take=1").path("Items").path(0);
        if (first.isMissingNode()) {
            throw missing(releases, "The project has no release yet. Create one first.");
        }
        return first;
    }

    private RequestRefused missing(String path, String sentence) {
        return new RequestRefused(path, 404, api.body().put("ErrorMessage", sentence));
    }

    private String releasesOf(String project) {
        JsonNode found = api.find(base + "/projects/" + ApiClient.encoded(project))
                .or(() -> api.named(base + "/projects", project))
                .orElseThrow(() -> missing(base + "/projects", "There is no project '" + project + "'."));
        return base + "/projects/" + found.path("Id").asString() + "/releases";
    }
}
