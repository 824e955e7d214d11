package tako.server.library.feed;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/** Where packages come from. */
public record Feed(
        String id,
        String spaceId,
        String name,
        String slug,
        String feedType,
        @Nullable String feedUri,
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
