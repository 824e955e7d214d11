package tako.server.library.feed;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * Where packages come from. Members that only some kinds have and the server does not look at stay among the unknown ones.
 *
 * @param feedType its kind, one of {@link FeedType}; absent means {@code NuGet}
 * @param feedUri its address; kinds in the cloud have a region or nothing in its place
 * @param password a sensitive value
 * @param registryPath the host, and perhaps a path, that names of images begin with where that is not the host of {@code feedUri}
 * @param packageAcquisitionLocationOptions {@code Server}, {@code ExecutionTarget}, {@code NotAcquired}
 */
public record Feed(
        String id,
        String spaceId,
        String name,
        String slug,
        String feedType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String feedUri,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String username,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode password,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String registryPath,

        List<String> packageAcquisitionLocationOptions,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Feed {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        slug = Absent.orEmpty(slug);
        feedType = Absent.or(feedType, "NuGet");
        packageAcquisitionLocationOptions = Absent.orEmpty(packageAcquisitionLocationOptions);
        unknown = Absent.orEmpty(unknown);
    }
}
