package tako.server.library.variableset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static tako.server.TestEngine.ADA;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machines;
import tako.server.resource.AuditLog;
import tako.server.resource.Catalogue;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.EnvironmentReach;
import tako.server.resource.Permissions;
import tako.server.resource.PropertyValue;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How sets are changed by several at once, on every database. */
abstract class VariableSetsContract {
    private static final String SPACE = "Spaces-1";
    private static final String OWNER = "Projects-1";
    private static final String SET = "variableset-Projects-1";
    private static final Principal BOB = new Principal("Users-2", "bob", "API key 'test'", "", "");
    private static final Principal DEV_ONLY = new Principal("Users-3", "dev", "API key 'test'", "", "");

    private static final Principal UNSCOPED_NEVER = new Principal("Users-5", "narrow", "API key 'test'", "", "");
    private static final Principal WRITER = new Principal("Users-6", "writer", "API key 'test'", "", "");
    private static final Principal READER = new Principal("Users-4", "reader", "API key 'test'", "", "");

    private final JsonMapper mapper = WireMapper.mapper();
    private final List<AuditLog.Entry> events = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger guid = new AtomicInteger();
    private final AtomicInteger secret = new AtomicInteger();
    private final AtomicInteger seconds = new AtomicInteger();
    private InterruptedWrites database;
    private Engine engine;
    private VariableSets sets;

    abstract Database open();

    @BeforeEach
    void prepare() {
        database = new InterruptedWrites(open());
        engine = new Engine(
                database,
                mapper,
                new Catalogue(List.of(Environments.KIND, Machines.KIND)),
                new SomeMay(),
                (tx, who, entry) -> tx.afterCommit(() -> events.add(entry)),
                (tx, clear) -> "Secrets-" + secret.incrementAndGet(),
                (kind, space, id) -> {},
                () -> Instant.parse("2026-01-01T12:00:00Z").plusSeconds(seconds.get()));
        var environments = new Environments(engine);
        var scopes = new VariableScopes(
                environments.documents(),
                new Documents<>(Machines.KIND, engine),
                (view, space, owner) -> OwnerScopes.Choices.NONE);
        sets = new VariableSets(engine, new Snapshots(mapper), scopes, () -> "guid-" + guid.incrementAndGet());
        environments.create(ADA, SPACE, json("{\"Name\": \"Dev\"}"));
        environments.create(ADA, SPACE, json("{\"Name\": \"Prod\"}"));
        database.change(tx -> sets.create(tx, ADA, SPACE, OWNER));
        put(ADA, 0, plain("a", "1"), plain("b", "1"), plain("c", "1"));
        events.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** One may only read variables of projects, one may do everything in the first environment only, the others everything. */
    private static final class SomeMay implements Permissions {
        @Override
        public void require(Principal principal, String permission, String space) {
            if (principal.equals(READER) && !permission.equals("VariableView")) {
                throw Problem.forbidden("Missing permission: " + permission);
            }
            if (principal.equals(WRITER) && !permission.equals("VariableEdit")) {
                throw Problem.forbidden("Missing permission: " + permission);
            }
            if (principal.equals(UNSCOPED_NEVER) && permission.endsWith("Unscoped")) {
                throw Problem.forbidden("Missing permission: " + permission);
            }
        }

        @Override
        public EnvironmentReach environments(Principal principal, String permission, String space) {
            return principal.equals(DEV_ONLY) || principal.equals(UNSCOPED_NEVER)
                    ? EnvironmentReach.only(List.of("Environments-1"))
                    : EnvironmentReach.EVERYWHERE;
        }
    }

    @Test
    void whatOthersChangedMeanwhileStays() {
        put(BOB, 1, plain("a", "1"), plain("b", "2"), plain("d", "1"));

        ObjectNode after = put(ADA, 1, plain("a", "9"), plain("b", "1"), plain("c", "1"), plain("e", "1"));

        assertThat(after.path("Version").asInt()).isEqualTo(3);
        assertThat(values()).containsExactly("a9", "b2", "d1", "e1");
        assertThat(events)
                .extracting(AuditLog.Entry::message)
                .containsExactly(
                        "The variables of Projects-1 were modified: b, c, d",
                        "The variables of Projects-1 were modified: a, e");
    }

    @Test
    void whoChangedTheSameVariableIsToldWithTheTime() {
        seconds.set(60);
        put(BOB, 1, plain("a", "2"), plain("b", "2"));
        seconds.set(120);
        put(ADA, 2, plain("a", "2"), plain("b", "3"));

        assertThatThrownBy(() -> put(ADA, 1, plain("a", "9"), plain("b", "1"), plain("c", "9")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(409);
                    assertThat(problem.getMessage())
                            .isEqualTo(
                                    "The variables have been modified by another user since version 1, which you read:"
                                            + " 'a' was changed by bob at 2026-01-01T12:01:00Z (version 2);"
                                            + " 'c' was removed by bob at 2026-01-01T12:01:00Z (version 2)."
                                            + " You changed the same. They are at version 3 now; read them again and repeat your"
                                            + " change.");
                    assertThat(problem.details().toString()).contains("VariableName=a", "Version=2");
                });
        assertThat(values()).containsExactly("a2", "b3");
    }

    @Test
    void fiftyVersionsBackAreKept() {
        IntStream.range(0, 50)
                .forEach(number -> patch(BOB, "{\"Variables\": [{\"Id\": \"b\", \"Value\": \"x" + number + "\"}]}"));

        put(ADA, 1, plain("a", "9"), plain("b", "1"), plain("c", "1"));

        assertThat(values()).containsExactly("a9", "bx49", "c1");
        assertRefused(
                409,
                () -> put(ADA, 1, plain("a", "10"), plain("b", "1"), plain("c", "1")),
                "(ada): they are at version 52, your change was made on version 1, and only the last 50 versions");
        assertRefused(409, () -> put(ADA, 99, plain("a", "10")), "your change was made on version 99");
        assertThat(count("variable_set_version")).isEqualTo(50);
        assertThat(count("variable_version")).isEqualTo(50);
    }

    @Test
    void everyKeptVersionCanBeHadAgainExactly() {
        var random = new Random(42);
        var rows = new VariableSetRows(mapper);
        Map<Integer, List<Variable>> then = new TreeMap<>();
        for (int version = 1; version <= 60; version++) {
            then.put(version, stored().value().variables());
            List<String> sent = randomly(random, stored().value().variables());
            sent.add(plain("v" + version, "new"));
            put(ADA, version, sent.toArray(String[]::new));
        }
        Stored<VariableSet> now = stored();
        for (int version = 11; version <= 60; version++) {
            int older = version;
            Stored<VariableSet> again = database.read(view -> rows.undone(view, now, rows.since(view, OWNER, older)));
            assertThat(again.value().variables()).as("version %d", version).isEqualTo(then.get(version));
        }
        assertThat(database.read(view -> rows.since(view, OWNER, 10)).reaches(now.version()))
                .isFalse();
    }

    @Test
    void aSecretThatComesBackEmptyIsTheOneThatWasReadAndNobodyElsesIsLost() {
        put(ADA, 1, plain("a", "1"), secret("p", "first"), secret("q", "other"));
        put(BOB, 2, plain("a", "1"), secret("p", "second"), secret("q", ""));

        put(ADA, 2, plain("a", "2"), secret("p", ""), secret("q", ""));

        assertThat(stored().value().variables())
                .extracting(Variable::key, Variable::value)
                .containsExactly(
                        tuple("a", PropertyValue.of("2")),
                        tuple("p", kept("Secrets-3")),
                        tuple("q", kept("Secrets-2")));
        assertRefused(
                409,
                () -> put(ADA, 2, plain("a", "2"), secret("p", "third"), secret("q", "")),
                "'p' was changed by bob");
        assertThat(undoTexts()).contains("Secrets-1").doesNotContain("first", "second", "other");
    }

    @Test
    void aPatchChangesAddsAndRemovesWhatItNames() {
        ObjectNode after = patch(ADA, """
                {"Variables": [
                  {"Id": "a", "value": "2", "Description": "said"},
                  {"Name": "B", "Value": "2"},
                  {"Name": "b", "Value": "3", "Scope": {"Environment": ["Environments-1"]}},
                  {"Name": "Password", "Value": "hunter2", "Type": "Sensitive", "IsSensitive": false}],
                 "Remove": ["c", "gone already"]}""");

        assertThat(after.path("Version").asInt()).isEqualTo(2);
        assertThat(after.toString()).contains("ScopeValues").doesNotContain("hunter2", "Secrets-");
        assertThat(stored().value().variables())
                .extracting(Variable::key, Variable::name, Variable::value)
                .containsExactly(
                        tuple("a", "a", PropertyValue.of("2")),
                        tuple("b", "B", PropertyValue.of("2")),
                        tuple("guid-1", "b", PropertyValue.of("3")),
                        tuple("guid-2", "Password", kept("Secrets-1")));

        patch(ADA, "{\"Variables\": [{\"Name\": \"password\", \"Description\": \"of the database\"}]}");
        assertThat(stored().value().variables().getLast())
                .satisfies(variable -> assertThat(variable.value()).isEqualTo(kept("Secrets-1")))
                .satisfies(variable -> assertThat(variable.description()).isEqualTo("of the database"));
    }

    @Test
    void aPatchIsCheckedAsAWholeSetIs() {
        put(ADA, 1, plain("a", "1"), "{\"Id\": \"a2\", \"Name\": \"a\"}");

        assertRefused(400, () -> patch(ADA, "{\"Variables\": [{\"Name\": \"A\", \"Value\": \"2\"}]}"), "2 variables");
        assertRefused(400, () -> patch(ADA, "{\"Variables\": [{\"Id\": \"zz\", \"Value\": \"2\"}]}"), "the Id 'zz'");
        assertRefused(400, () -> patch(ADA, "{\"Variables\": [{\"Value\": \"2\"}]}"), "A variable has no name");
        assertRefused(
                400,
                () -> patch(
                        ADA,
                        "{\"Variables\": [{\"Name\": \"n\", \"Scope\": {\"Environment\": [\"Environments-9\"]}}]}"),
                "Variable 'n', Scope.Environment: 'Environments-9'");
        assertThat(stored().version()).isEqualTo(2);
    }

    @Test
    void aPatchOnAnOlderVersionIsRefusedOnlyForWhatItTouches() {
        patch(BOB, "{\"Variables\": [{\"Id\": \"a\", \"Value\": \"2\"}, {\"Name\": \"d\", \"Value\": \"1\"}]}");

        patch(ADA, "{\"Version\": 1, \"Variables\": [{\"Id\": \"b\", \"Value\": \"2\"}]}");

        assertThat(values()).containsExactly("a2", "b2", "c1", "d1");
        for (String touching : List.of(
                "\"Variables\": [{\"Id\": \"a\", \"Value\": \"9\"}]",
                "\"Variables\": [{\"Name\": \"D\", \"Value\": \"9\"}]",
                "\"Remove\": [\"a\"]")) {
            assertRefused(409, () -> patch(ADA, "{\"Version\": 1, " + touching + "}"), "was changed by bob");
        }
    }

    @Test
    void whatSomebodyMayNotSeeIsNotInTheirAnswersAndStays() {
        put(
                ADA,
                1,
                scoped("p", "prod", "Environments-2"),
                plain("a", "1"),
                scoped("d", "dev", "Environments-1"),
                scoped("x", "both", "Environments-1", "Environments-2"));
        assertThat(sets.get(DEV_ONLY, SPACE, SET).toString())
                .contains("dev", "both")
                .doesNotContain("prod");
        assertThat(sets.all(DEV_ONLY, SPACE).toString()).contains("dev").doesNotContain("prod");

        ObjectNode answer = put(
                DEV_ONLY,
                2,
                plain("a", "2"),
                scoped("d", "other", "Environments-1"),
                scoped("x", "both", "Environments-1", "Environments-2"));

        assertThat(answer.toString()).contains("other").doesNotContain("prod");
        assertThat(values()).containsExactly("pprod", "a2", "dother", "xboth");
        assertRefused(
                400,
                () -> patch(DEV_ONLY, "{\"Variables\": [{\"Id\": \"x\", \"Value\": \"mine\"}]}"),
                "Variable 'x': you may not change");
        assertRefused(
                400, () -> patch(DEV_ONLY, "{\"Variables\": [{\"Id\": \"p\", \"Value\": \"mine\"}]}"), "the Id 'p'");
        assertRefused(400, () -> put(DEV_ONLY, 3, plain("p", "mine")), "its Id belongs to another variable");
    }

    @Test
    void writingAndSetsOfTheLibraryHavePermissionsOfTheirOwn() {
        database.change(tx -> sets.create(tx, ADA, SPACE, "LibraryVariableSets-1"));

        assertThat(sets.all(ADA, SPACE)).hasSize(2);
        assertThat(sets.all(READER, SPACE)).hasSize(1);
        assertForbidden(() -> put(READER, 1, plain("a", "9")), "VariableEdit");
        assertForbidden(() -> patch(READER, "{}"), "VariableEdit");
        assertForbidden(() -> sets.get(READER, SPACE, "variableset-LibraryVariableSets-1"), "LibraryVariableSetView");
        assertForbidden(
                () -> sets.update(READER, SPACE, "variableset-LibraryVariableSets-1", json("{}")),
                "LibraryVariableSetEdit");
    }

    @Test
    void aFrozenLibrarySetIsShownToWhoMayViewLibrarySets() {
        database.change(tx -> sets.create(tx, ADA, SPACE, "LibraryVariableSets-1"));
        String copy = database.write(tx -> sets.freeze(tx, SPACE, "LibraryVariableSets-1"));
        String ofProject = database.write(tx -> sets.freeze(tx, SPACE, OWNER));

        assertThat(sets.visible(ADA, SPACE, frozen(copy))).isPresent();
        assertThat(sets.visible(READER, SPACE, frozen(copy))).isEmpty();
        assertForbidden(() -> sets.get(READER, SPACE, copy), "LibraryVariableSetView");
        assertThat(sets.visible(READER, SPACE, frozen(ofProject))).isPresent();
    }

    private VariableSet frozen(String copy) {
        return database.read(view -> sets.frozen(view, SPACE, copy)).orElseThrow();
    }

    @Test
    void whoMayNotSeeValuesWithoutAnEnvironmentLeavesThemAsTheyAre() {
        put(ADA, 1, plain("a", "1"), scoped("d", "dev", "Environments-1"));
        assertThat(sets.get(UNSCOPED_NEVER, SPACE, SET).toString())
                .contains("\"dev\"")
                .doesNotContain("\"a\"");

        ObjectNode answer = put(UNSCOPED_NEVER, 2, scoped("d", "mine", "Environments-1"));

        assertThat(answer.toString()).contains("\"mine\"").doesNotContain("\"a\"");
        assertThat(values()).containsExactly("a1", "dmine");
        assertRefused(
                400,
                () -> patch(UNSCOPED_NEVER, "{\"Variables\": [{\"Name\": \"new\", \"Value\": \"1\"}]}"),
                "meant for every environment");
    }

    @Test
    void whatIsMeantForOneEnvironmentAloneIsCountedForWhoMayViewItAndElseOnlyTold() {
        database.change(tx -> sets.create(tx, ADA, SPACE, "LibraryVariableSets-1"));
        put(ADA, 1, scoped("p", "prod", "Environments-2"), scoped("d", "dev", "Environments-1"));
        sets.update(
                ADA,
                SPACE,
                "variableset-LibraryVariableSets-1",
                json("{\"Version\": 0, \"Variables\": [" + scoped("l", "prod", "Environments-2") + "]}"));

        assertThat(alone(ADA, "Environments-2"))
                .isEqualTo(new SinglyScoped.Details(
                        false, false, Map.of("Projects-1", Map.of("p", 1), "LibraryVariableSets-1", Map.of("l", 1))));
        assertThat(alone(READER, "Environments-2"))
                .isEqualTo(new SinglyScoped.Details(false, true, Map.of("Projects-1", Map.of("p", 1))));
        assertThat(alone(DEV_ONLY, "Environments-2")).isEqualTo(new SinglyScoped.Details(true, true, Map.of()));
        assertThat(alone(DEV_ONLY, "Environments-1"))
                .isEqualTo(new SinglyScoped.Details(false, false, Map.of("Projects-1", Map.of("d", 1))));
    }

    private SinglyScoped.Details alone(Principal who, String environment) {
        return new SinglyScoped(engine, sets).of(who, SPACE, VariableScope.ENVIRONMENT, environment);
    }

    @Test
    void whoMayWriteAndNotViewIsAnsweredNoValues() {
        ObjectNode answer = patch(WRITER, "{\"Variables\": [{\"Name\": \"new\", \"Value\": \"1\"}]}");

        assertThat(answer.path("Variables")).isEmpty();
        assertThat(values()).containsExactlyInAnyOrder("a1", "b1", "c1", "new1");
    }

    @Test
    void aSetIsSentWithTheVersionThatWasRead() {
        for (String version : List.of("", "\"Version\": null,")) {
            assertRefused(
                    400,
                    () -> sets.update(
                            ADA, SPACE, SET, json("{" + version + "\"Variables\": [" + plain("a", "9") + "]}")),
                    "say which version");
        }
        assertThat(values()).containsExactly("a1", "b1", "c1");
    }

    @Test
    void idsAreFoundInAnyLetterCaseAndKeepTheirFirst() {
        put(ADA, 1, plain("A", "1"), secret("Pw-b", "first"), plain("c", "1"));

        put(ADA, 2, plain("a", "2"), secret("PW-B", ""), plain("C", "1"));
        patch(ADA, "{\"Variables\": [{\"Id\": \"pw-B\", \"Description\": \"said\"}], \"Remove\": [\"C\"]}");

        assertThat(stored().value().variables())
                .extracting(Variable::key, Variable::value)
                .containsExactly(tuple("a", PropertyValue.of("2")), tuple("Pw-b", kept("Secrets-1")));
        assertRefused(400, () -> put(ADA, 4, plain("a", "1"), plain("A", "2")), "2 variables have the Id");
    }

    @Test
    void whatComesToTheSameMakesNoVersion() {
        put(BOB, 1, plain("a", "2"), secret("p", "first"));
        events.clear();
        ObjectNode read = sets.get(ADA, SPACE, SET);

        assertThat(sets.update(ADA, SPACE, SET, read.deepCopy())).isEqualTo(read);
        patch(ADA, "{}");
        patch(ADA, "{\"Variables\": [{\"Name\": \"a\", \"Value\": \"2\"}], \"Remove\": [\"gone\"]}");
        put(ADA, 1, plain("a", "2"), plain("b", "1"), plain("c", "1"));

        assertThat(stored().version()).isEqualTo(2);
        assertThat(stored().modifiedBy()).isEqualTo("bob");
        assertThat(events).isEmpty();
        assertThat(count("variable_set_version")).isEqualTo(2);
    }

    @Test
    void whatIsWorkedOutOnAVersionThatHasGoneIsWorkedOutAnew() {
        database.beforeWrite(() -> put(BOB, 1, plain("a", "1"), plain("b", "2"), plain("c", "1")));

        patch(
                ADA,
                "{\"Variables\": [{\"Id\": \"a\", \"Value\": \"9\"}, {\"Name\": \"pw\", \"Value\": \"x\","
                        + " \"IsSensitive\": true}]}");

        assertThat(values()).containsExactly("a9", "b2", "c1", "pw");
        assertThat(stored().version()).isEqualTo(3);
        assertThat(secret.get()).isEqualTo(1);
    }

    @Test
    void tenWritersOfDifferentVariablesLoseNothing() throws Exception {
        int writers = 10;
        int each = 4;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> work = IntStream.range(0, writers)
                    .<Callable<Integer>>mapToObj(writer -> () -> addInTurn("w" + writer, each))
                    .toList();
            for (Future<Integer> one : threads.invokeAll(work)) {
                assertThat(one.get()).isEqualTo(each);
            }
        }
        assertThat(stored().version()).isEqualTo(1 + writers * each);
        assertThat(values())
                .hasSize(3 + writers * each)
                .startsWith("a1", "b1", "c1")
                .doesNotHaveDuplicates();
        assertThat(events).hasSize(writers * each);
    }

    /** Reads the whole set and writes it with one more variable, as clients do that know no other way. */
    private int addInTurn(String prefix, int count) {
        for (int number = 0; number < count; number++) {
            ObjectNode set = sets.get(BOB, SPACE, SET);
            ((ArrayNode) set.path("Variables"))
                    .addObject()
                    .put("Name", prefix + "-" + number)
                    .put("Value", "v");
            sets.update(BOB, SPACE, SET, set);
        }
        return count;
    }

    /** Some variables changed, removed, added and moved. */
    private List<String> randomly(Random random, List<Variable> variables) {
        List<String> sent = variables.stream()
                .filter(variable -> random.nextInt(8) > 0)
                .map(variable -> random.nextInt(5) > 0
                        ? mapper.writeValueAsString(variable)
                        : plain(variable.key(), "v" + random.nextInt(100)))
                .collect(Collectors.toCollection(ArrayList::new));
        IntStream.range(0, random.nextInt(3))
                .forEach(number -> sent.add(random.nextInt(sent.size() + 1), plain("n" + random.nextLong(), "new")));
        if (random.nextInt(3) == 0) {
            Collections.shuffle(sent, random);
        }
        return sent;
    }

    private ObjectNode put(Principal who, int version, String... variables) {
        return sets.update(
                who,
                SPACE,
                SET,
                json("{\"Version\": " + version + ", \"Variables\": [" + String.join(",", variables) + "]}"));
    }

    private ObjectNode patch(Principal who, String body) {
        return sets.patch(who, SPACE, SET, mapper.readValue(body, VariablePatch.class));
    }

    private Stored<VariableSet> stored() {
        return database.read(view -> sets.of(view, SPACE, OWNER));
    }

    /** The ids and values of what is stored, as {@code a1}. */
    private List<String> values() {
        return stored().value().variables().stream()
                .map(variable ->
                        variable.name() + (variable.value() instanceof PropertyValue.Plain(String text) ? text : ""))
                .toList();
    }

    private int count(String table) {
        return database.read(view ->
                view.query("select count(*) from " + table).mapTo(Integer.class).one());
    }

    private String undoTexts() {
        return database.read(view -> String.join(
                "\n",
                view.query("select json from variable_version")
                        .mapTo(String.class)
                        .list()));
    }

    private static PropertyValue kept(String id) {
        return new PropertyValue.Sensitive(true, Optional.of(id), Optional.empty());
    }

    private static String plain(String id, String value) {
        return "{\"Id\": \"%s\", \"Name\": \"%s\", \"Value\": \"%s\"}".formatted(id, id, value);
    }

    private static String secret(String id, String value) {
        return "{\"Id\": \"%s\", \"Name\": \"%s\", \"Value\": \"%s\", \"IsSensitive\": true}".formatted(id, id, value);
    }

    private static String scoped(String id, String value, String... environments) {
        return "{\"Id\": \"%s\", \"Name\": \"%s\", \"Value\": \"%s\", \"Scope\": {\"Environment\": [\"%s\"]}}"
                .formatted(id, id, value, String.join("\", \"", environments));
    }

    private static void assertRefused(int status, ThrowingCallable action, String fragment) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).as(problem.getMessage()).isEqualTo(status);
            assertThat(problem.errors().toString()).contains(fragment);
        });
    }

    private static void assertForbidden(ThrowingCallable action, String permission) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.getMessage()).endsWith(" " + permission);
        });
    }

    private ObjectNode json(String text) {
        return (ObjectNode) mapper.readTree(text);
    }
}
