package tako.server.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.TestEngine.ADA;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Problem;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.MachinePolicy;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.worker.WorkerPool;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.library.feed.Feed;
import tako.server.library.feed.Feeds;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Targets, policies, pools and the built-in feed, on every database. */
abstract class InfrastructureContract {
    private static final String SPACE = "Spaces-1";

    private Database database;
    private Documents<Machine> machines;
    private Documents<MachinePolicy> policies;
    private Documents<WorkerPool> pools;
    private Documents<Feed> feeds;

    abstract Database open();

    @BeforeEach
    void prepare() {
        database = open();
        Engine engine = TestEngine.over(
                database,
                List.of(Environments.KIND, Machines.KIND, MachinePolicies.KIND, WorkerPools.KIND, Feeds.KIND));
        machines = new Documents<>(Machines.KIND, engine);
        policies = new Documents<>(MachinePolicies.KIND, engine);
        pools = new Documents<>(WorkerPools.KIND, engine);
        feeds = new Documents<>(Feeds.KIND, engine);
        var environments = new Environments(engine);
        environments.create(ADA, SPACE, json("{\"Name\": \"Dev\"}"));
        environments.create(ADA, SPACE, json("{\"Name\": \"Test\"}"));
        for (String space : List.of(SPACE, "Spaces-2")) {
            database.change(tx -> {
                new MachinePolicies(policies, engine.mapper()).fill(tx, ADA, space);
                new WorkerPools(engine, pools).fill(tx, ADA, space);
                new Feeds(feeds).fill(tx, ADA, space);
            });
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNamedTargetGetsTheDefaultPolicyOfItsSpaceAndIsHealthy() {
        Stored<Machine> machine = target("one", "Environments-1", "web");

        assertThat(machine.value().machinePolicyId()).isEqualTo("MachinePolicies-1");
        assertThat(machine.value().healthStatus()).isEqualTo("Healthy");
    }

    @Test
    void aTargetWithoutEnvironmentTagOrKnownStyleIsToldAllOfItAtOnce() {
        assertThatThrownBy(() -> machines.create(
                        ADA, SPACE, json("{\"Name\": \"one\", \"Endpoint\": {\"CommunicationStyle\": \"Ftp\"}}")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .hasSize(3)
                                .anyMatch(error -> error.startsWith("EnvironmentIds:"))
                                .anyMatch(error -> error.startsWith("Roles:"))
                                .anyMatch(error -> error.startsWith("Endpoint.CommunicationStyle: 'Ftp'")));
    }

    @Test
    void theTargetsOfAnEnvironmentAreThoseThatAreEnabledThere() {
        target("one", "Environments-1", "web");
        target("two", "Environments-2", "web");
        Stored<Machine> off = target("three", "Environments-1", "db");
        ObjectNode disabled = off.json().deepCopy();
        disabled.put("IsDisabled", true);
        machines.update(ADA, SPACE, off.id(), disabled);

        List<Stored<Machine>> found =
                database.read(view -> Machines.enabledIn(view, machines, SPACE, "environments-1"));

        assertThat(found).extracting(machine -> machine.value().name()).containsExactly("one");
        assertThat(found.getFirst().value().holdsAnyOf(List.of("db", "WEB"))).isTrue();
        assertThat(found.getFirst().value().holdsAnyOf(List.of("db"))).isFalse();
    }

    @Test
    void targetsAreFilteredByTag() {
        target("one", "Environments-1", "web");
        target("two", "Environments-1", "db");

        assertThat(machines.list(ADA, SPACE, ListQuery.ALL.withScope("role", List.of("DB")))
                        .items())
                .extracting(machine -> machine.value().name())
                .containsExactly("two");
    }

    @Test
    void aPolicyRefusesATimeSpanThatClientsCouldNotRead() {
        assertThatThrownBy(() -> policies.create(
                        ADA, SPACE, json("{\"Name\": \"Odd\", \"ConnectionConnectTimeout\": \"1:00\"}")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .asString()
                                .startsWith("ConnectionConnectTimeout: '1:00'"));
    }

    @Test
    void aNewSpaceHasADefaultPolicyAndPool() {
        assertThat(policies.list(ADA, "Spaces-2", ListQuery.ALL).items())
                .singleElement()
                .satisfies(policy -> assertThat(policy.value().isDefault()).isTrue());
        assertThat(pools.list(ADA, "Spaces-2", ListQuery.ALL).items())
                .singleElement()
                .satisfies(pool -> assertThat(pool.value().canAddWorkers()).isTrue());
    }

    @Test
    void theBuiltInFeedHasTheIdThatClientsKnowInTheDefaultSpaceAndALongerOneElsewhere() {
        assertThat(feeds.get(ADA, SPACE, "feeds-builtin").value().feedType()).isEqualTo("BuiltIn");
        assertThat(feeds.get(ADA, "Spaces-2", "feeds-builtin-Spaces-2").value().feedType())
                .isEqualTo("BuiltIn");
        assertThat(feeds.list(ADA, SPACE, ListQuery.ALL.withScope("feedType", List.of("BuiltIn")))
                        .total())
                .isEqualTo(1);
    }

    private Stored<Machine> target(String name, String environment, String role) {
        return machines.create(ADA, SPACE, json("""
                {"Name": "%s", "EnvironmentIds": ["%s"], "Roles": ["%s"], "Endpoint": {"CommunicationStyle": "none"}}""".formatted(name, environment, role)));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}
