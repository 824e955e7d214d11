package tako.server.library.variableset;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.resource.Reference;
import tako.server.resource.Stored;

/**
 * What a change of a set comes to, worked out on the version that was stored then.
 *
 * @param before the set at that version
 * @param after the set as it is to be, with {@linkplain PendingSecrets ids that stand for} new secrets
 * @param rows what of the rows is touched
 * @param difference the variables that become others
 */
record VariableSetPlan(
        Stored<VariableSet> before,
        Stored<VariableSet> after,
        RowChanges rows,
        VariableDifference difference,
        PendingSecrets secrets) {
    /** Whether the set is to be what it is. */
    boolean changesNothing() {
        return rows.isEmpty() && VariableSetForm.isHeadAlike(before.json(), after.json());
    }

    /** What the touched variables pointed at; with it, that of others of their names, which may share a reference. */
    Stream<Reference> referencesBefore() {
        return references(before);
    }

    /** What they are to point at. */
    Stream<Reference> referencesAfter() {
        return references(after);
    }

    private Stream<Reference> references(Stored<VariableSet> set) {
        Set<String> names = difference.touched().map(Variable::name).collect(Collectors.toSet());
        return VariableScopes.references(set.value().variables().stream()
                .filter(variable -> names.contains(variable.name()))
                .toList());
    }
}
