package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.IdMap;
import tako.server.resource.LinkRows;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The variables of projects and library sets: read and replaced as a whole, under a version. */
public final class VariableSets {
    private static final String LIBRARY = "libraryvariablesets-";

    private final Engine engine;
    private final Snapshots snapshots;
    private final VariableScopes scopes;
    private final Supplier<String> ids;
    private final VariableSetRows rows;
    private final VariableSetForm form;
    private final LinkRows links = new LinkRows();

    /** @param ids new GUIDs for variables */
    public VariableSets(Engine engine, Snapshots snapshots, VariableScopes scopes, Supplier<String> ids) {
        this.engine = engine;
        this.snapshots = snapshots;
        this.scopes = scopes;
        this.ids = ids;
        this.rows = new VariableSetRows(engine.mapper());
        this.form = new VariableSetForm(engine.mapper());
    }

    /** Gives a new owner its empty set. */
    public void create(Tx tx, Principal who, String space, String owner) {
        VariableSet empty = VariableSet.empty(VariableSetRows.idOf(owner), space, owner);
        rows.insert(tx, owner, stored(who, empty, engine.mapper().valueToTree(empty)));
    }

    /** Gives a new owner the variables of another. Secrets are shared: they never change. */
    public void copy(Tx tx, Principal who, Stored<VariableSet> original, String owner, IdMap copies) {
        ObjectNode json = original.json().deepCopy();
        json.put("Id", VariableSetRows.idOf(owner));
        json.put("OwnerId", owner);
        json.put("Version", 0);
        json.path("Variables").forEach(variable -> variable.path("Scope").forEach(copies::replaceIn));
        Stored<VariableSet> copy = stored(who, engine.mapper().treeToValue(json, VariableSet.class), json);
        rows.insert(tx, owner, copy);
        links.replaceReferences(
                tx,
                new LinkRows.Referrer("VariableSet", copy.id(), owner, ""),
                VariableScopes.references(copy.value()));
    }

    /** Removes a deleted owner's set; snapshots stay with the releases that hold them. */
    public void remove(Tx tx, String owner) {
        rows.delete(tx, owner);
        links.forget(tx, VariableSetRows.idOf(owner));
    }

    /** The set of an owner, secrets as the ids of their rows. @throws Problem 404 */
    public Stored<VariableSet> of(View view, String space, String owner) {
        return rows.find(view, space, owner).orElseThrow(() -> Problem.notFound(VariableSetRows.idOf(owner)));
    }

    /** The sets of some owners in their order; those without one are left out. */
    public List<Stored<VariableSet>> of(View view, String space, List<String> owners) {
        return rows.find(view, space, owners);
    }

    /** Freezes an owner's set as it is now and returns the id of the copy. */
    public String freeze(Tx tx, String space, String owner) {
        Stored<VariableSet> set = of(tx, space, owner);
        return snapshots.freeze(tx, space, set.id(), set.version(), set.json());
    }

    /** A frozen copy, secrets as the ids of their rows. */
    public Optional<VariableSet> frozen(View view, String space, String snapshot) {
        return snapshots
                .ofKind(view, space, "variableset-", snapshot)
                .map(json -> engine.mapper().treeToValue(json, VariableSet.class));
    }

    /** A set by its own id or that of a frozen copy, as clients read it. @throws Problem 404 */
    public ObjectNode get(Principal principal, String space, String id) {
        engine.permissions().require(principal, viewing(id), space);
        return engine.database().read(view -> {
            Optional<VariableSet> live = VariableSetRows.ownerOf(id)
                    .flatMap(owner -> rows.find(view, space, owner))
                    .map(Stored::value);
            VariableSet set = live.or(() -> frozen(view, space, id)).orElseThrow(() -> Problem.notFound(id));
            return form.present(set, scopes.of(view, space, set.ownerId()));
        });
    }

    /** Every set of a space that the principal may see, as clients read them, without what each can be scoped to. */
    public List<ObjectNode> all(Principal principal, String space) {
        engine.permissions().require(principal, viewing(""), space);
        return engine.database().read(view -> rows.all(view, space)).stream()
                .map(set -> present(set.value()))
                .toList();
    }

    /**
     * Replaces a set.
     *
     * @throws Problem 409 when the client read an older version; 400 naming the variable of every broken rule
     */
    public ObjectNode update(Principal principal, String space, String id, ObjectNode body) {
        engine.permissions().require(principal, editing(id), space);
        String owner = VariableSetRows.ownerOf(id).orElseThrow(() -> Problem.notFound(id));
        return engine.database().write(tx -> {
            Stored<VariableSet> before = rows.find(tx, space, owner).orElseThrow(() -> Problem.notFound(id));
            VariableSet sent = form.sent(before, body);
            check(tx, before, sent);
            Stored<VariableSet> after = replace(tx, principal, before, sent);
            return form.present(
                    after.value(), scopes.of(tx, space, after.value().ownerId()));
        });
    }

    /** A set as clients read it, without what it can be scoped to. */
    public ObjectNode present(VariableSet set) {
        return form.present(set);
    }

    private void check(View view, Stored<VariableSet> before, VariableSet sent) {
        VariableRules.Owner owner =
                isLibrary(before.value().ownerId()) ? VariableRules.Owner.LIBRARY : VariableRules.Owner.PROJECT;
        List<String> problems = new ArrayList<>(VariableRules.problems(sent, owner));
        if (owner == VariableRules.Owner.PROJECT) {
            problems.addAll(scopes.problems(view, before, sent));
        }
        problems.addAll(engine.catalogue().missing(view, before.space(), VariableScopes.references(sent)));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private Stored<VariableSet> replace(Tx tx, Principal who, Stored<VariableSet> before, VariableSet sent) {
        VariableSet own = new VariableSet(
                before.id(),
                before.space(),
                before.value().ownerId(),
                before.version() + 1,
                sent.variables(),
                sent.unknown());
        VariableSet received = VariableRules.receive(
                own, before.value(), clear -> engine.secrets().keep(tx, clear), ids);
        ObjectNode json =
                form.stored(received, before.json(), clear -> engine.secrets().keep(tx, clear));
        Stored<VariableSet> after = stored(who, engine.mapper().treeToValue(json, VariableSet.class), json);
        rows.update(tx, received.ownerId(), before, after);
        var source = new LinkRows.Referrer("VariableSet", after.id(), received.ownerId(), "");
        links.replaceReferences(tx, source, VariableScopes.references(after.value()));
        engine.audit().record(tx, who, modified(before, after));
        tx.afterCommit(() -> engine.notices().changed("Variables", after.space(), after.id()));
        return after;
    }

    private static AuditLog.Entry modified(Stored<VariableSet> before, Stored<VariableSet> after) {
        return new AuditLog.Entry(
                "Modified",
                before.space(),
                "The variables of " + after.value().ownerId() + " were modified",
                List.of(after.id(), after.value().ownerId()),
                Optional.of(before.json()),
                Optional.of(after.json()));
    }

    private Stored<VariableSet> stored(Principal who, VariableSet set, ObjectNode json) {
        return new Stored<>(
                json.path("Id").asString(),
                json.path("SpaceId").asString(),
                set.version(),
                engine.clock().instant(),
                who.username(),
                set,
                json);
    }

    private static String viewing(String id) {
        return isLibrarySet(id) ? "LibraryVariableSetView" : "VariableView";
    }

    private static String editing(String id) {
        return isLibrarySet(id) ? "LibraryVariableSetEdit" : "VariableEdit";
    }

    private static boolean isLibrarySet(String id) {
        return VariableSetRows.ownerOf(id).filter(VariableSets::isLibrary).isPresent();
    }

    static boolean isLibrary(String owner) {
        return owner.toLowerCase(Locale.ROOT).startsWith(LIBRARY);
    }
}
