package tako.platform.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.http.TestHttpServer;

class OpenApiAnswersTest {
    private static final String PLANT = """
            {"Id": "Plants-1", "Light": "FullSun", "LightInWinter": null, "Nickname": null, "Notes": ["a", null],
             "Counts": {"Leaves": 3}, "PlantedAt": "2030-01-01T00:00:00.000+00:00", "WateredEvery": "1.00:00:00",
             "Sort": "Rosa canina", "Care": {"Style": "Water", "Litres": 2}, "GraftedOn": null, "Neighbours": [],
             "Anything": 7, "Settings": {"x": [1]}, "LastModifiedOn": "2030-01-01T00:00:00.000+00:00",
             "LastModifiedBy": "ada", "Links": {"Self": "/api/Spaces-1/plants/Plants-1"}, "Unheard": true}""";

    private final OpenApiAnswers answers = new OpenApiAnswers(
            new OpenApi(TestHttpServer.MAPPER, new OpenApi.Info("Garden", "1", SmallTable.Document.class))
                    .of(SmallTable.routes()));

    private List<String> plant(String body) {
        return answers.violations("GET", "/api/Spaces-1/plants/Plants-1", 200, body);
    }

    @Test
    void an_answer_as_documented_has_no_violations() {
        assertThat(plant(PLANT)).isEmpty();
        assertThat(plant(PLANT.replace("null, \"Neigh", PLANT + ", \"Neigh"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"FullSun\"     | \"Moon\"        | /Light",
                "\"FullSun\"     | null            | /Light",
                "\"LightInWinter\": null, | ''      | LightInWinter",
                "\"Leaves\": 3   | \"Leaves\": \"3\" | /Counts/Leaves",
                "[\"a\", null]   | null            | /Notes",
                "1.00:00:00      | P1D             | /WateredEvery",
                "\"Rosa canina\" | 7               | /Sort",
                "\"Litres\": 2   | \"Litres\": \"2\" | /Care",
                "\"Neighbours\": [] | \"Neighbours\": [{}] | /Neighbours/0",
                "{\"x\": [1]}    | 1               | /Settings",
                "\"Links\"       | \"Limits\"      | Links",
                "\"Id\": \"Plants-1\", | ''        | Id"
            })
    void what_an_answer_does_wrong_is_told_with_its_place(String right, String wrong, String told) {
        assertThat(PLANT).contains(right);

        assertThat(plant(PLANT.replace(right, wrong)))
                .isNotEmpty()
                .anySatisfy(violation -> assertThat(violation).contains(told));
    }

    @Test
    void a_choice_is_open_to_what_a_later_server_knows() {
        assertThat(plant(PLANT.replace("\"Water\"", "\"Rain\""))).isEmpty();
        assertThat(plant(PLANT.replace("{\"Style\": \"Water\", \"Litres\": 2}", "{}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/Spaces-2/plants/all",
                "/api/plants/all",
                "/api/plants/all?skip=3",
                "/API/spaces/second/PLANTS/all/"
            })
    void an_address_is_found_in_each_of_its_forms(String path) {
        assertThat(answers.violations("GET", path, 200, "[" + PLANT + "]")).isEmpty();
        assertThat(answers.violations("GET", path, 200, PLANT)).isNotEmpty();
    }

    @Test
    void a_page_holds_documents() {
        String page = """
                {"ItemType": "Plant", "TotalResults": 1, "ItemsPerPage": 30, "NumberOfPages": 1, "LastPageNumber": 0,
                 "Items": [%s], "Links": {}}""";

        assertThat(answers.violations("GET", "/api/plants", 200, page.formatted(PLANT)))
                .isEmpty();
        assertThat(answers.violations("GET", "/api/plants", 200, page.formatted("{}")))
                .isNotEmpty();
    }

    @Test
    void what_is_not_documented_is_a_violation() {
        assertThat(answers.violations("GET", "/api/weeds", 200, "{}")).isNotEmpty();
        assertThat(answers.violations("PATCH", "/api/plants/Plants-1", 200, PLANT))
                .isNotEmpty();
        assertThat(answers.violations("DELETE", "/api/plants/Plants-1", 200, PLANT))
                .isNotEmpty();
        assertThat(answers.violations("DELETE", "/api/plants/Plants-1", 200, ""))
                .isEmpty();
        assertThat(answers.violations("GET", "/api/plants/Plants-1", 200, "")).isNotEmpty();
        assertThat(answers.violations("GET", "/app/a/b", 200, "<html>")).isEmpty();
    }

    @Test
    void refusals_have_one_shape() {
        assertThat(answers.violations("GET", "/api/weeds", 404, "{\"ErrorMessage\": \"Gone\"}"))
                .isEmpty();
        assertThat(answers.violations("GET", "/api/weeds", 404, "{\"ErrorMessage\": \"Gone\", \"Errors\": []}"))
                .hasSize(1);
        assertThat(answers.violations("GET", "/api/plants", 400, "{\"Errors\": []}"))
                .hasSize(1);
        assertThat(answers.violations("GET", "/api/plants", 500, "oops")).hasSize(1);
    }
}
