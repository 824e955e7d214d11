package tako.server.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.Database;
import tako.platform.database.Dialect;
import tako.platform.database.FreshDatabase;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.environment.Environments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the engine of documents does, on every database. */
abstract class DocumentsContract {
    private static final Principal ADA = new Principal("Users-1", "ada", "API key 'test'", "", "");
    private static final String SPACE = "Spaces-1";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final JsonMapper mapper = WireMapper.mapper();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private Environments environments;
    private Documents<Shelf> shelves;

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    abstract FreshDatabase fresh();

    /** A kind with a reference, a scope and an owner. */
    record Shelf(
            String id,
            String spaceId,
            String name,
            String environmentId,
            @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
            implements Document {
        Shelf {
            id = Absent.orEmpty(id);
            spaceId = Absent.orEmpty(spaceId);
            name = Absent.orEmpty(name);
            environmentId = Absent.orEmpty(environmentId);
            unknown = Absent.orEmpty(unknown);
        }

        static final Kind<Shelf> KIND = Kind.of(Shelf.class, "Shelf", "Shelves", "machine")
                .references(shelf -> Reference.from("EnvironmentId", shelf.environmentId()))
                .scopings(shelf -> Stream.of(new Scoping("environment", shelf.environmentId())))
                .links(shelf -> Map.of("Books", "{self}/books{?skip,take}", "Space", "{space}"))
                .build();
    }

    @BeforeEach
    void prepare() {
        Engine engine = engine(fresh.database());
        environments = new Environments(engine);
        shelves = new Documents<>(Shelf.KIND, engine);
    }

    private Engine engine(Database database) {
        return new Engine(
                database,
                mapper,
                new Catalogue(List.of(Environments.KIND, Shelf.KIND)),
                (principal, permission, space) -> asked.add(permission + " in " + space),
                (tx, who, entry) -> events.add(entry.message() + " by " + who.username()),
                (tx, clear) -> {
                    secrets.add(clear);
                    return "Secrets-" + secrets.size();
                },
                (kind, space, id) -> notices.add(kind + " " + id),
                InstantSource.fixed(NOON));
    }

    /** The same shelves on another node, where there can be one. */
    private Documents<Shelf> elsewhere() {
        return fresh.database().dialect() == Dialect.SQLITE
                ? shelves
                : new Documents<>(Shelf.KIND, engine(fresh.another()));
    }

    @Test
    void aNewDocumentGetsAnIdASlugItsSpaceAndItsLinks() {
        Stored<Environment> dev = create("""
                {"Name": " Dev ", "Description": null}""");

        ObjectNode seen = environments.present(dev);
        assertThat(seen.path("Id").asString()).isEqualTo("Environments-1");
        assertThat(seen.path("Name").asString()).isEqualTo("Dev");
        assertThat(seen.path("Slug").asString()).isEqualTo("dev");
        assertThat(seen.path("SpaceId").asString()).isEqualTo(SPACE);
        assertThat(seen.path("LastModifiedBy").asString()).isEqualTo("ada");
        assertThat(seen.at("/Links/Self").asString()).isEqualTo("/api/Spaces-1/environments/Environments-1");
        assertThat(events).containsExactly("Environment Dev was created by ada");
        assertThat(notices).containsExactly("Environment Environments-1");
        assertThat(asked).containsExactly("EnvironmentCreate in Spaces-1");
    }

    @Test
    void membersThatTakoDoesNotKnowComeBackAsTheyWereSentWhileLinksAreDropped() {
        Stored<Environment> dev = create("""
                {"name": "Dev", "Colour": {"Hue": [1, null]}, "links": {"Self": "/elsewhere"}, "LastModifiedBy": "eve"}""");

        ObjectNode seen = environments.present(dev);
        assertThat(seen.path("Colour")).isEqualTo(mapper.readTree("{\"Hue\": [1, null]}"));
        assertThat(seen.toString()).doesNotContain("elsewhere", "eve");
    }

    @Test
    void aNameThatIsTakenInAnyLetterCaseIsRefusedAndNothingIsWritten() {
        create("{\"Name\": \"Dev\"}");

        assertThatThrownBy(() -> create("{\"Name\": \"dEV\"}")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).singleElement().asString().contains("'dEV' is already in use");
        });
        assertThat(events).hasSize(1);
        assertThat(all()).hasSize(1);
    }

    @Test
    void theSameNameMayBeUsedInAnotherSpace() {
        create("{\"Name\": \"Dev\"}");

        environments.create(ADA, "Spaces-2", json("{\"Name\": \"Dev\"}"));

        assertThat(all()).hasSize(1);
    }

    @Test
    void aDocumentOfAnotherSpaceIsNotFoundByIdOrSlug() {
        create("{\"Name\": \"Dev\"}");

        for (String idOrSlug : List.of("Environments-1", "dev")) {
            assertThatThrownBy(() -> environments.get(ADA, "Spaces-2", idOrSlug))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(404));
        }
    }

    @Test
    void idsAndSlugsAreFoundInAnyLetterCase() {
        create("{\"Name\": \"Dev\"}");

        assertThat(environments.get(ADA, SPACE, "eNVironments-1").id()).isEqualTo("Environments-1");
        assertThat(environments.get(ADA, SPACE, "DEV").id()).isEqualTo("Environments-1");
    }

    @Test
    void aRenameKeepsTheSlugAndRaisesTheVersion() {
        create("{\"Name\": \"Dev\"}");

        Stored<Environment> renamed =
                environments.update(ADA, SPACE, "Environments-1", json("{\"Name\": \"Development\", \"Slug\": \"\"}"));

        assertThat(renamed.value().slug()).isEqualTo("dev");
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(events).last().isEqualTo("Environment Development was modified by ada");
    }

    @Test
    void slugsOfEqualWordsAreNumbered() {
        create("{\"Name\": \"My env\"}");

        assertThat(create("{\"Name\": \"My-env\"}").value().slug()).isEqualTo("my-env-1");
    }

    @Test
    void aChangeTakesNoOtherDocumentsSlug() {
        create("{\"Name\": \"Dev\"}");
        create("{\"Name\": \"Test\"}");

        Stored<Environment> changed =
                environments.update(ADA, SPACE, "Environments-2", json("{\"Name\": \"Test\", \"Slug\": \"Dev\"}"));

        assertThat(changed.value().slug()).isEqualTo("dev-1");
    }

    @Test
    void aChangeTakesNoOtherDocumentsName() {
        create("{\"Name\": \"Dev\"}");
        create("{\"Name\": \"Test\"}");

        assertThatThrownBy(() -> environments.update(ADA, SPACE, "Environments-2", json("{\"Name\": \"DEV\"}")))
                .isInstanceOfSatisfying(Problem.class, DocumentsContract::saysThatTheNameIsTaken);
    }

    @Test
    void ofManyWhoCreateTheSameNameAtOnceOneDoesAndTheOthersAreTold() throws InterruptedException {
        List<Documents<Shelf>> nodes = List.of(shelves, elsewhere());

        List<Future<Stored<Shelf>>> outcomes =
                together(16, caller -> nodes.get(caller % 2).create(ADA, SPACE, json("{\"Name\": \"Top\"}")));

        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.SUCCESS))
                .hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> outcome.state() == Future.State.FAILED))
                .hasSize(15)
                .allSatisfy(outcome -> assertThat(outcome.exceptionNow())
                        .isInstanceOfSatisfying(Problem.class, DocumentsContract::saysThatTheNameIsTaken));
        assertThat(names(ListQuery.ALL)).containsExactly("Top");
    }

    @Test
    void documentsCreatedAtOnceWithEqualWordsGetDifferentSlugs() throws InterruptedException {
        List<Documents<Shelf>> nodes = List.of(shelves, elsewhere());

        together(
                16,
                caller -> nodes.get(caller % 2)
                        .create(ADA, SPACE, json("{\"Name\": \"My" + "-".repeat(caller + 1) + "shelf\"}")));

        assertThat(shelves.list(ADA, SPACE, ListQuery.ALL).items())
                .extracting(stored -> stored.json().path("Slug").asString())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 16)
                        .mapToObj(number -> number == 0 ? "my-shelf" : "my-shelf-" + number)
                        .toList());
    }

    @Test
    void aTakenNameIsToldBesideEverythingElseThatIsWrong() {
        shelf("{\"Name\": \"Top\"}");

        assertThatThrownBy(() -> shelf("{\"Name\": \"Top\", \"EnvironmentId\": \"Environments-9\"}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .satisfiesExactly(
                                        first -> assertThat(first).contains("already in use"),
                                        second -> assertThat(second).startsWith("EnvironmentId")));
    }

    @Test
    void anIdThatIsTakenIsNotGivenTwice() {
        Documents<Environment> documents = environments.documents();
        fresh.database()
                .change(tx ->
                        documents.insert(tx, ADA, SPACE, "environments-builtin", json("{\"Name\": \"Built in\"}")));

        assertThatThrownBy(() -> fresh.database()
                        .change(tx -> documents.insert(
                                tx, ADA, SPACE, "environments-builtin", json("{\"Name\": \"Other\"}"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("environments-builtin");
    }

    @Test
    void aReferenceToWhatDoesNotExistIsRefusedByMember() {
        assertThatThrownBy(() -> shelf("{\"Name\": \"Top\", \"EnvironmentId\": \"Environments-9\"}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .startsWith("EnvironmentId: 'Environments-9' does not exist"));
    }

    @Test
    void whatIsInUseCannotBeDeletedAndTheReferrersAreNamed() {
        create("{\"Name\": \"Dev\"}");
        shelf("{\"Name\": \"Top\", \"EnvironmentId\": \"environments-1\"}");

        assertThatThrownBy(() -> environments.delete(ADA, SPACE, "Environments-1"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .contains("Shelf 'Top' (Shelves-1, EnvironmentId)"));

        shelves.delete(ADA, SPACE, "Shelves-1");
        environments.delete(ADA, SPACE, "Environments-1");
        assertThat(all()).isEmpty();
    }

    @Test
    void secretsAreKeptApartAndNeverPresented() {
        Stored<Shelf> stored = shelf("""
                {"Name": "Top", "Lock": {"HasValue": true, "NewValue": "s3cret"}}""");

        assertThat(secrets).containsExactly("s3cret");
        assertThat(stored.json().toString()).doesNotContain("s3cret");
        assertThat(shelves.present(stored).at("/Lock/HasValue").asBoolean()).isTrue();
        assertThat(shelves.present(stored).toString()).doesNotContain("s3cret", "Secrets-1");
    }

    @Test
    void linksOfAKindNameTheDocumentAndItsSpace() {
        ObjectNode seen = shelves.present(shelf("{\"Name\": \"Top\"}"));

        assertThat(seen.at("/Links/Books").asString()).isEqualTo("/api/Spaces-1/shelves/Shelves-1/books{?skip,take}");
        assertThat(seen.at("/Links/Space").asString()).isEqualTo("/api/Spaces-1");
    }

    @Test
    void listsFilterByIdsPartOfTheNameAndScope() {
        create("{\"Name\": \"Dev\"}");
        create("{\"Name\": \"100% Test\"}");
        shelf("{\"Name\": \"Top\", \"EnvironmentId\": \"Environments-1\"}");
        shelf("{\"Name\": \"Low\", \"EnvironmentId\": \"Environments-2\"}");

        assertThat(names(ListQuery.ALL)).containsExactly("Low", "Top");
        assertThat(names(ListQuery.ALL.withScope("environment", List.of("ENVIRONMENTS-2"))))
                .containsExactly("Low");
        assertThat(names(new ListQuery(List.of("shelves-1"), Optional.empty(), Optional.empty(), Map.of(), 0, 30)))
                .containsExactly("Top");
        assertThat(environments
                        .list(
                                ADA,
                                SPACE,
                                new ListQuery(List.of(), Optional.of("0% t"), Optional.empty(), Map.of(), 0, 30))
                        .items())
                .extracting(stored -> stored.value().name())
                .containsExactly("100% Test");
    }

    @Test
    void aPageKnowsHowManyThereAreInAll() {
        for (String name : List.of("a", "b", "c")) {
            shelf("{\"Name\": \"" + name + "\"}");
        }

        Slice<Stored<Shelf>> page =
                shelves.list(ADA, SPACE, new ListQuery(List.of(), Optional.empty(), Optional.empty(), Map.of(), 1, 1));
        Slice<Stored<Shelf>> none =
                shelves.list(ADA, SPACE, new ListQuery(List.of(), Optional.empty(), Optional.empty(), Map.of(), 0, 0));

        assertThat(page.items()).extracting(stored -> stored.value().name()).containsExactly("b");
        assertThat(page.total()).isEqualTo(3);
        assertThat(none.items()).isEmpty();
        assertThat(none.total()).isEqualTo(3);
    }

    @Test
    void environmentsStandInTheirOrderAndNewOnesGoLast() {
        create("{\"Name\": \"Prod\"}");
        create("{\"Name\": \"Dev\"}");
        create("{\"Name\": \"Test\"}");

        environments.sort(ADA, SPACE, List.of("Environments-2", "environments-3"));

        assertThat(all()).containsExactly("Dev", "Test", "Prod");
        assertThatThrownBy(() -> environments.sort(ADA, SPACE, List.of("Environments-77")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void anEmptyOrTooLongNameIsRefusedWithTheBound() {
        assertThatThrownBy(() -> create("{\"Name\": \" \"}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .startsWith("Name:"));
        assertThatThrownBy(() -> create("{\"Name\": \"" + "x".repeat(51) + "\"}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .contains("50", "51"));
    }

    private static void saysThatTheNameIsTaken(Problem problem) {
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).singleElement().asString().contains("is already in use");
    }

    private static <T> List<Future<T>> together(int callers, IntFunction<T> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(IntStream.range(0, callers)
                    .mapToObj(caller -> (Callable<T>) () -> call.apply(caller))
                    .toList());
        }
    }

    private Stored<Environment> create(String body) {
        return environments.create(ADA, SPACE, json(body));
    }

    private Stored<Shelf> shelf(String body) {
        return shelves.create(ADA, SPACE, json(body));
    }

    private List<String> all() {
        return environments.list(ADA, SPACE, ListQuery.ALL).items().stream()
                .map(stored -> stored.value().name())
                .toList();
    }

    private List<String> names(ListQuery query) {
        return shelves.list(ADA, SPACE, query).items().stream()
                .map(stored -> stored.value().name())
                .toList();
    }

    private ObjectNode json(String text) {
        return (ObjectNode) mapper.readTree(text);
    }
}
