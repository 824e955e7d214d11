package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Engine;
import tako.server.resource.EnvironmentReach;
import tako.server.resource.LinkRows;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a set in the caller's transaction: what was sent is compared with the version it was made on, brought together with what is
 * stored, checked, and stored with its links, its event and how it was before.
 */
final class VariableSetWriter {
    private final Engine engine;
    private final VariableScopes scopes;
    private final Supplier<String> ids;
    private final VariableSetRows rows;
    private final VariableSetForm form;
    private final LinkRows links = new LinkRows();

    VariableSetWriter(Engine engine, VariableScopes scopes, Supplier<String> ids, VariableSetRows rows) {
        this.engine = engine;
        this.scopes = scopes;
        this.ids = ids;
        this.rows = rows;
        this.form = new VariableSetForm(engine.mapper());
    }

    /**
     * Who writes.
     *
     * @param sees what they see of the set: the rest stays
     * @param reach where they may change variables
     */
    record Author(Principal who, VisibleVariables sees, EnvironmentReach reach) {}

    /** What is asked for: the version that it was made on, and the whole set that it comes to. */
    record Wish(int version, Edit edit) {}

    /** Makes the whole set that somebody wants. */
    @FunctionalInterface
    interface Edit {
        /**
         * @param base what they see of the version they read
         * @param now what they see of what is stored
         */
        VariableSet of(VariableSet base, VariableSet now);
    }

    /** @throws Problem 409 when the same variables were changed meanwhile; 400 naming the variable of every broken rule */
    Stored<VariableSet> write(Tx tx, Author author, Stored<VariableSet> before, Wish wish) {
        VariableHistory history = history(tx, before, wish.version());
        Stored<VariableSet> base = history.versions().isEmpty() ? before : rows.undone(tx, before, history);
        VariableSet seen = author.sees().of(base.value());
        VariableSet sent = wish.edit().of(seen, author.sees().of(before.value()));
        List<String> problems = new ArrayList<>(VariableRules.problems(sent, VariableSets.kindOf(before)));
        List<String> foreign = author.sees().foreign(sent.variables(), base.value());
        problems.addAll(foreign);
        if (!foreign.isEmpty() || VariableRules.hasRepeatedIds(sent)) {
            throw Problem.invalid(problems);
        }
        List<Variable> mine = author.sees().restored(received(tx, sent, base, seen), base.value());
        List<Variable> merged = merged(before, base, history, mine);
        List<Variable> changed = changed(before, merged);
        problems.addAll(VisibleVariables.outOfReach(base.value().variables(), mine, author.reach()));
        problems.addAll(problems(tx, before, changed));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return store(tx, author.who(), before, after(before, sent, merged));
    }

    private VariableHistory history(Tx tx, Stored<VariableSet> before, int version) {
        if (version == before.version()) {
            return new VariableHistory(version, List.of());
        }
        VariableHistory history = rows.since(tx, before.value().ownerId(), version);
        if (!history.reaches(before.version())) {
            throw MergeRefusals.gone(before, version);
        }
        return history;
    }

    private List<Variable> received(Tx tx, VariableSet sent, Stored<VariableSet> base, VariableSet seen) {
        Stored<VariableSet> visible = new Stored<>(
                base.id(), base.space(), base.version(), base.modifiedAt(), base.modifiedBy(), seen, base.json());
        return form.received(sent, visible, keep(tx), ids);
    }

    private static List<Variable> merged(
            Stored<VariableSet> before, Stored<VariableSet> base, VariableHistory history, List<Variable> mine) {
        var result =
                VariableSetMerge.of(base.value().variables(), before.value().variables(), mine);
        return switch (result) {
            case VariableSetMerge.Result.Merged(List<Variable> variables) -> variables;
            case VariableSetMerge.Result.Conflicts(List<Variable> variables) ->
                throw MergeRefusals.conflicts(before, history, variables);
        };
    }

    private static List<Variable> changed(Stored<VariableSet> before, List<Variable> merged) {
        Set<Variable> old = new HashSet<>(before.value().variables());
        return merged.stream().filter(variable -> !old.contains(variable)).toList();
    }

    /** What is wrong with variables that are new or other than before: what has not changed may stay. */
    private List<String> problems(Tx tx, Stored<VariableSet> before, List<Variable> changed) {
        List<String> problems = new ArrayList<>();
        if (VariableSets.kindOf(before) == VariableRules.Owner.PROJECT) {
            problems.addAll(scopes.problems(tx, before, changed));
        }
        problems.addAll(engine.catalogue().missing(tx, before.space(), VariableScopes.references(changed)));
        return problems;
    }

    private static VariableSet after(Stored<VariableSet> before, VariableSet sent, List<Variable> merged) {
        return new VariableSet(
                before.id(), before.space(), before.value().ownerId(), before.version() + 1, merged, sent.unknown());
    }

    private Stored<VariableSet> store(Tx tx, Principal who, Stored<VariableSet> before, VariableSet wanted) {
        ObjectNode json = form.stored(wanted, before, keep(tx));
        VariableSet value = form.typed(json, wanted.variables());
        Stored<VariableSet> after = new Stored<>(
                before.id(), before.space(), wanted.version(), engine.clock().instant(), who.username(), value, json);
        String owner = value.ownerId();
        rows.update(tx, owner, before, after);
        links.changeReferences(
                tx,
                new LinkRows.Referrer("VariableSet", after.id(), owner, ""),
                VariableScopes.references(before.value().variables()),
                VariableScopes.references(value.variables()));
        engine.audit().record(tx, who, VariableSetChange.event(before, after));
        tx.afterCommit(() -> engine.notices().changed("Variables", after.space(), after.id()));
        return after;
    }

    private UnaryOperator<String> keep(Tx tx) {
        return clear -> engine.secrets().keep(tx, clear);
    }
}
