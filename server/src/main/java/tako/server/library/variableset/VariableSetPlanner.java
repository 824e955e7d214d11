package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out what a change of a set comes to: what was sent is compared with the version it was made on, brought together with what is
 * stored, and checked. It reads only, and so keeps nobody from writing, however large the set is.
 */
final class VariableSetPlanner {
    private final Engine engine;
    private final VariableScopes scopes;
    private final Supplier<String> ids;
    private final VariableSetRows rows;
    private final VariableSetForm form;

    VariableSetPlanner(Engine engine, VariableScopes scopes, Supplier<String> ids, VariableSetRows rows) {
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
     * @param reach the values that they may change
     */
    record Author(Principal who, VisibleVariables sees, VariableReach reach) {}

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
    VariableSetPlan plan(View view, Author author, Stored<VariableSet> before, Wish wish) {
        VariableHistory history = history(view, before, wish.version());
        Stored<VariableSet> base = history.versions().isEmpty() ? before : rows.undone(view, before, history);
        VariableSet seen = author.sees().of(base.value());
        VariableSet now = history.versions().isEmpty() ? seen : author.sees().of(before.value());
        VariableSet sent = asSpelled(wish.edit().of(seen, now), base.value(), before.value());
        List<String> problems = new ArrayList<>(VariableRules.problems(sent, VariableSets.kindOf(before)));
        List<String> foreign = author.sees().foreign(sent.variables(), base.value());
        problems.addAll(foreign);
        if (!foreign.isEmpty() || VariableRules.hasRepeatedIds(sent)) {
            throw Problem.invalid(problems);
        }
        var secrets = new PendingSecrets();
        List<Variable> received = form.received(sent, withValue(base, seen), secrets, ids);
        List<Variable> mine = author.sees().restored(received, base.value());
        List<Variable> merged = merged(before, base, history, mine);
        var difference = VariableDifference.between(before.value().variables(), merged);
        problems.addAll(VisibleVariables.outOfReach(base.value().variables(), mine, author.reach()));
        problems.addAll(problems(view, before, difference));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        Stored<VariableSet> after = after(author.who(), before, sent.withVariables(merged), secrets);
        return new VariableSetPlan(before, after, rows.changes(view, before, after), difference, secrets);
    }

    /** What variables that are new or other than before point at and is not there: what has not changed may stay. */
    List<String> problems(View view, Stored<VariableSet> before, VariableDifference difference) {
        List<String> problems = new ArrayList<>();
        if (VariableSets.kindOf(before) == VariableRules.Owner.PROJECT) {
            problems.addAll(scopes.problems(view, before, difference));
        }
        problems.addAll(
                engine.catalogue().missing(view, before.space(), VariableScopes.references(difference.after())));
        return problems;
    }

    private VariableHistory history(View view, Stored<VariableSet> before, int version) {
        if (version == before.version()) {
            return new VariableHistory(version, List.of());
        }
        VariableHistory history = rows.since(view, before.value().ownerId(), version);
        if (!history.reaches(before.version())) {
            throw MergeRefusals.gone(before, version);
        }
        return history;
    }

    /** What was sent, with each id in the letter case in which it was first written. */
    private static VariableSet asSpelled(VariableSet sent, VariableSet base, VariableSet now) {
        Map<String, String> spelled = new HashMap<>();
        base.variables().forEach(variable -> spelled.put(variable.identity(), variable.key()));
        now.variables().forEach(variable -> spelled.put(variable.identity(), variable.key()));
        return sent.withVariables(sent.variables().stream()
                .map(variable -> asSpelled(variable, spelled.getOrDefault(variable.identity(), variable.key())))
                .toList());
    }

    private static Variable asSpelled(Variable variable, String id) {
        return variable.key().equals(id) ? variable : variable.withId(id);
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

    private Stored<VariableSet> after(
            Principal who, Stored<VariableSet> before, VariableSet wanted, PendingSecrets secrets) {
        int version = before.version() + 1;
        var whole = new VariableSet(
                before.id(), before.space(), before.value().ownerId(), version, wanted.variables(), wanted.unknown());
        ObjectNode json = form.stored(whole, before, secrets);
        VariableSet value = form.typed(json, whole.variables());
        return new Stored<>(
                before.id(), before.space(), version, engine.clock().instant(), who.username(), value, json);
    }

    private static Stored<VariableSet> withValue(Stored<VariableSet> stored, VariableSet value) {
        return new Stored<>(
                stored.id(),
                stored.space(),
                stored.version(),
                stored.modifiedAt(),
                stored.modifiedBy(),
                value,
                stored.json());
    }
}
