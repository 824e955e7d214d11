package tako.server.infrastructure.machine;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * A web proxy through which targets are reached. Its {@code Password} is a sensitive value among the unknown members.
 *
 * @param proxyType {@code HTTP}, the only one there is
 */
public record Proxy(
        String id,
        String spaceId,
        String name,
        String host,
        int port,
        String username,
        String proxyType,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Proxy {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        host = Absent.orEmpty(host).strip();
        username = Absent.orEmpty(username);
        proxyType = Absent.or(proxyType, "HTTP");
        unknown = Absent.orEmpty(unknown);
    }
}
