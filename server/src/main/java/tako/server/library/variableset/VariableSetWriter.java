package tako.server.library.variableset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Engine;
import tako.server.resource.LinkRows;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores changes of sets. What a change comes to is {@linkplain VariableSetPlanner worked out} while others write; the transaction that
 * stores it only looks whether the set is still at the version that this was worked out on. If it is not, it is worked out anew.
 */
final class VariableSetWriter {
    private static final int ATTEMPTS = 5;

    private final Engine engine;
    private final VariableSetPlanner planner;
    private final VariableSetRows rows;
    private final LinkRows links = new LinkRows();

    VariableSetWriter(Engine engine, VariableSetPlanner planner, VariableSetRows rows) {
        this.engine = engine;
        this.planner = planner;
        this.rows = rows;
    }

    /**
     * Changes a set, and answers how it is then.
     *
     * @param planned works out what the change comes to; called again when somebody else was faster, in the end within the transaction
     * @throws Problem what {@code planned} throws
     */
    VariableSet write(Principal who, Function<View, VariableSetPlan> planned) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            VariableSetPlan plan = engine.database().read(planned);
            if (plan.changesNothing()) {
                return plan.before().value();
            }
            Optional<VariableSet> stored = engine.database().write(tx -> store(tx, who, plan));
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        return engine.database().write(tx -> {
            VariableSetPlan plan = planned.apply(tx);
            return store(tx, who, plan).orElse(plan.before().value());
        });
    }

    /** Empty when the set is at another version by now. */
    private Optional<VariableSet> store(Tx tx, Principal who, VariableSetPlan plan) {
        if (!rows.isAt(tx, plan.before())) {
            return Optional.empty();
        }
        List<String> problems = planner.problems(tx, plan.before(), plan.difference());
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        UnaryOperator<JsonNode> secrets = plan.secrets().keep(tx, engine.secrets());
        Stored<VariableSet> after = plan.after();
        String owner = after.value().ownerId();
        rows.update(tx, owner, withHead(after, secrets), plan.rows().with(secrets));
        links.changeReferences(
                tx,
                new LinkRows.Referrer("VariableSet", after.id(), owner, ""),
                plan.referencesBefore(),
                plan.referencesAfter());
        engine.audit().record(tx, who, VariableSetChange.event(plan, secrets));
        tx.afterCommit(() -> engine.notices().changed("Variables", after.space(), after.id()));
        return Optional.of(after.value());
    }

    private static Stored<VariableSet> withHead(Stored<VariableSet> set, UnaryOperator<JsonNode> secrets) {
        ObjectNode head = (ObjectNode) secrets.apply(VariableSetForm.head(set.json()));
        return new Stored<>(
                set.id(), set.space(), set.version(), set.modifiedAt(), set.modifiedBy(), set.value(), head);
    }
}
