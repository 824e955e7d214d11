package tako.server.library.variableset;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.TestEngine.ADA;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.TestDatabases;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machines;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Snapshots;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change of one value costs the same in a set of ten thousand as in one of ten: SQLite counts the rows that were written. */
class LargeVariableSetTest {
    private static final String SPACE = "Spaces-1";
    private static final String SET = "variableset-Projects-1";
    private static final int MANY = 10_000;
    private static final int HEAD_VALUE_VERSION_AND_UNDO = 4;

    private final JsonMapper mapper = WireMapper.mapper();
    private final List<AuditLog.Entry> events = new ArrayList<>();
    private final AtomicInteger guid = new AtomicInteger();
    private CountedWrites database;
    private VariableSets sets;

    @BeforeEach
    void prepare() {
        database = new CountedWrites(TestDatabases.sqlite("db/migration/server").database());
        Engine quiet = TestEngine.over(database, List.of(Environments.KIND, Machines.KIND));
        var engine = new Engine(
                database,
                mapper,
                quiet.catalogue(),
                quiet.permissions(),
                (tx, who, entry) -> events.add(entry),
                quiet.secrets(),
                quiet.notices(),
                quiet.clock());
        var environments = new Environments(engine);
        environments.create(ADA, SPACE, (ObjectNode) mapper.readTree("{\"Name\": \"Dev\"}"));
        var scopes = new VariableScopes(
                environments.documents(),
                new Documents<>(Machines.KIND, engine),
                (view, space, owner) -> OwnerScopes.Choices.NONE);
        sets = new VariableSets(engine, new Snapshots(mapper), scopes, () -> "guid-" + guid.incrementAndGet());
        database.change(tx -> sets.create(tx, ADA, SPACE, "Projects-1"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void savingOneOfTenThousandValuesWritesFourRowsAndNoMoreStatementsThanOneOfTen() {
        fill(10);
        Cost ofTen = cost(() -> changeOne(3));
        fill(MANY);
        Cost ofMany = cost(() -> changeOne(7_000));

        assertThat(ofMany.rows()).isEqualTo(HEAD_VALUE_VERSION_AND_UNDO).isEqualTo(ofTen.rows());
        assertThat(ofMany.statements()).isEqualTo(ofTen.statements()).isLessThan(20);
        assertThat(events.getLast().after().orElseThrow().path("Variables")).hasSize(1);
    }

    @Test
    void movingRemovingAndAddingOneTouchNoOther() {
        fill(MANY);
        assertThat(cost(() -> put(variables -> variables.insert(10, variables.remove(9_000))))
                        .rows())
                .isEqualTo(HEAD_VALUE_VERSION_AND_UNDO);
        assertThat(cost(() -> put(variables -> variables.insertObject(5_000).put("Name", "new")))
                        .rows())
                .isEqualTo(HEAD_VALUE_VERSION_AND_UNDO);
        int aReference = 1;
        assertThat(cost(() -> put(variables -> variables.remove(0))).rows())
                .isEqualTo(HEAD_VALUE_VERSION_AND_UNDO + aReference);
    }

    @Test
    void aPatchOfOneWritesAsLittle() {
        fill(MANY);
        VariablePatch patch = mapper.readValue(
                "{\"Variables\": [{\"Name\": \"Name 77\", \"Scope\": {\"Environment\": [\"Environments-1\"]},"
                        + " \"Value\": \"patched\"}]}",
                VariablePatch.class);
        assertThat(cost(() -> sets.patch(ADA, SPACE, SET, patch)).rows()).isEqualTo(HEAD_VALUE_VERSION_AND_UNDO);
    }

    private record Cost(int statements, int rows) {}

    private Cost cost(Runnable change) {
        int before = rowsWritten();
        database.take();
        change.run();
        int statements = database.take();
        return new Cost(statements, rowsWritten() - before);
    }

    private int rowsWritten() {
        return database.write(
                tx -> tx.query("select total_changes()").mapTo(Integer.class).one());
    }

    private void fill(int count) {
        put(variables -> {
            variables.removeAll();
            for (int number = 0; number < count; number++) {
                variables
                        .addObject()
                        .put("Name", "Name " + number)
                        .put("Value", "value " + number)
                        .putObject("Scope")
                        .putArray("Environment")
                        .add("Environments-1");
            }
        });
    }

    private void changeOne(int index) {
        put(variables -> ((ObjectNode) variables.get(index)).put("Value", "changed"));
    }

    private void put(Consumer<ArrayNode> change) {
        ObjectNode set = sets.get(ADA, SPACE, SET);
        change.accept((ArrayNode) set.get("Variables"));
        sets.update(ADA, SPACE, SET, set);
    }
}
