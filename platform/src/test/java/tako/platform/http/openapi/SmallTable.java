package tako.platform.http.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A table with one of each: a garden whose beds hold plants. */
final class SmallTable {
    private SmallTable() {}

    interface Document {
        String id();
    }

    enum Light {
        FULL_SUN,
        SHADE
    }

    record Sort(@JsonValue String latin) {}

    record Plant(
            String id,
            Light light,
            @Nullable Light lightInWinter,
            Optional<String> nickname,
            List<@Nullable String> notes,
            Map<String, Integer> counts,
            Instant plantedAt,
            @Nullable Duration wateredEvery,
            Sort sort,
            Care care,
            @Nullable Plant graftedOn,
            List<Plant> neighbours,
            JsonNode anything,
            ObjectNode settings,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
            implements Document {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "Style")
    @JsonSubTypes({@JsonSubTypes.Type(value = Watering.class, name = "Water"), @JsonSubTypes.Type(Shelter.class)})
    sealed interface Care {}

    record Watering(int litres) implements Care {}

    record Shelter(boolean indoors) implements Care {}

    record Bed(String name, double width) {}

    static List<Route<?>> routes() {
        return List.of(
                Endpoint.get("/")
                        .in(Scope.SYSTEM)
                        .anonymous()
                        .answers(ObjectNode.class)
                        .does(SmallTable::nothing),
                Endpoint.get("/").summary("A garden").answers(ObjectNode.class).does(SmallTable::nothing),
                Endpoint.get("/plants")
                        .needs("PlantView")
                        .summary("Plants by name")
                        .query("partialName", "ids")
                        .answersPage(Plant.class)
                        .does(SmallTable::nothing),
                Endpoint.get("/plants/all").answersList(Plant.class).does(SmallTable::nothing),
                Endpoint.get("/plants/{id}").answers(Plant.class).does(SmallTable::nothing),
                Endpoint.put("/plants/{plantId}")
                        .answers(Plant.class)
                        .takes(ObjectNode.class, Map.of("Light", Light.SHADE), SmallTable::nothing),
                Endpoint.delete("/Plants/{id}").does(SmallTable::nothing),
                Endpoint.post("/beds").answers(Bed.class).takes(Bed.class, new Bed("North", 1.5), SmallTable::nothing),
                Endpoint.put("/beds/{id}/photo").takes(InputStream.class, "", SmallTable::nothing),
                Endpoint.get("/tasks/{id}").in(Scope.MIXED).answers(Bed.class).does(SmallTable::nothing),
                Endpoint.get("/app/{path*}").in(Scope.ROOT).anonymous().does(SmallTable::nothing));
    }

    private static Response nothing(Object call) {
        throw new AssertionError("Nobody calls " + call);
    }
}
