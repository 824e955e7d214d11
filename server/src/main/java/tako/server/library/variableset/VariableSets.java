package tako.server.library.variableset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Engine;
import tako.server.resource.IdMap;
import tako.server.resource.LinkRows;
import tako.server.resource.Members;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The variables of projects and library sets: read and replaced as a whole, under a version. */
public final class VariableSets {
    private static final String LIBRARY = "libraryvariablesets-";

    /** The id of no set, but of the kind of those of the library. */
    static final String LIBRARY_SET = VariableSetRows.idOf(LIBRARY);

    private final Engine engine;
    private final Snapshots snapshots;
    private final VariableScopes scopes;
    private final VariableSetRows rows;
    private final VariableSetPlanner planner;
    private final VariableSetWriter writer;
    private final VariableSetForm form;
    private final VariableAccess access;
    private final LinkRows links = new LinkRows();

    /** @param ids new GUIDs for variables */
    public VariableSets(Engine engine, Snapshots snapshots, VariableScopes scopes, Supplier<String> ids) {
        this.engine = engine;
        this.snapshots = snapshots;
        this.scopes = scopes;
        this.rows = new VariableSetRows(engine.mapper());
        this.planner = new VariableSetPlanner(engine, scopes, ids, rows);
        this.writer = new VariableSetWriter(engine, planner, rows);
        this.form = new VariableSetForm(engine.mapper());
        this.access = new VariableAccess(engine.permissions());
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
                VariableScopes.references(copy.value().variables()));
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

    /** The owner of the set that a frozen copy was made of, by the copy's id. */
    public static Optional<String> ownerOfCopy(String copy) {
        return Snapshots.original(copy).flatMap(VariableSetRows::ownerOf);
    }

    /** A set by its own id or that of a frozen copy, as clients read it. @throws Problem 404 */
    public ObjectNode get(Principal principal, String space, String id) {
        access.requireView(principal, space, id);
        VisibleVariables seen = access.seen(principal, space, id);
        return engine.database().read(view -> {
            Optional<VariableSet> live = VariableSetRows.ownerOf(id)
                    .flatMap(owner -> rows.find(view, space, owner))
                    .map(Stored::value);
            VariableSet set = live.or(() -> frozen(view, space, id)).orElseThrow(() -> Problem.notFound(id));
            return form.present(seen.of(set), scopes.of(view, space, set.ownerId()));
        });
    }

    /** Every set of a space that the principal may see, as clients read them, without what each can be scoped to. */
    public List<ObjectNode> all(Principal principal, String space) {
        engine.permissions().require(principal, "VariableView", space);
        boolean libraryToo = access.mayView(principal, space, LIBRARY_SET);
        VisibleVariables seen = access.seen(principal, space, "");
        return engine.database().read(view -> rows.all(view, space)).stream()
                .map(Stored::value)
                .filter(set -> libraryToo || !isLibrary(set.ownerId()))
                .map(set -> present(seen.of(set)))
                .toList();
    }

    /**
     * Replaces a set. What others have changed since the version that the client read stays, as long as they changed other variables.
     * What comes to the same makes no version.
     *
     * @throws Problem 409 naming who has changed the same variables and when, or when that version is not kept any more; 400 naming the
     *     variable of every broken rule, or without the version
     */
    public ObjectNode update(Principal principal, String space, String id, ObjectNode body) {
        access.requireEdit(principal, space, id);
        if (Members.find(body, "Version").filter(version -> !version.isNull()).isEmpty()) {
            throw Problem.invalid(
                    "Version: say which version of the variables you read, so that what others changed since is kept."
                            + " Send the set as you read it, or change single variables with PATCH, which needs none.");
        }
        VariableSet sent = form.sent(body);
        return write(principal, space, id, before -> new VariableSetPlanner.Wish(sent.version(), (base, now) -> sent));
    }

    /** Changes single variables of a set. @throws Problem as {@link #update}, but it needs no version */
    public ObjectNode patch(Principal principal, String space, String id, VariablePatch patch) {
        access.requireEdit(principal, space, id);
        return write(principal, space, id, before -> {
            int version = Optional.ofNullable(patch.version()).orElse(before.version());
            return new VariableSetPlanner.Wish(version, (base, now) -> patched(base, now, patch));
        });
    }

    /** What somebody sees of a set; empty when they may not view sets of its kind. Asked outside of transactions. */
    public Optional<VariableSet> visible(Principal principal, String space, VariableSet set) {
        return access.mayView(principal, space, set.id())
                ? Optional.of(access.seen(principal, space, set.id()).of(set))
                : Optional.empty();
    }

    /** A set as clients read it, without what it can be scoped to. */
    public ObjectNode present(VariableSet set) {
        return form.present(set);
    }

    private ObjectNode write(
            Principal who, String space, String id, Function<Stored<VariableSet>, VariableSetPlanner.Wish> wish) {
        String owner = VariableSetRows.ownerOf(id).orElseThrow(() -> Problem.notFound(id));
        var author = new VariableSetPlanner.Author(
                who, access.seen(who, space, id), VariableReach.edited(engine.permissions(), who, space));
        VariableSet written = writer.write(who, view -> {
            Stored<VariableSet> before = rows.find(view, space, owner).orElseThrow(() -> Problem.notFound(id));
            return planner.plan(view, author, before, wish.apply(before));
        });
        ScopeValues values = engine.database().read(view -> scopes.of(view, space, written.ownerId()));
        return form.present(author.sees().of(written), values);
    }

    private VariableSet patched(VariableSet base, VariableSet now, VariablePatch patch) {
        var patched = new PatchedVariables(engine.mapper(), base.variables(), now.variables());
        PatchedVariables.Outcome outcome = patched.with(patch);
        if (!outcome.problems().isEmpty()) {
            throw Problem.invalid(outcome.problems());
        }
        return base.withVariables(outcome.variables());
    }

    static VariableRules.Owner kindOf(Stored<VariableSet> set) {
        return isLibrary(set.value().ownerId()) ? VariableRules.Owner.LIBRARY : VariableRules.Owner.PROJECT;
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

    static boolean isLibrarySet(String id) {
        return VariableSetRows.ownerOf(id).filter(VariableSets::isLibrary).isPresent();
    }

    static boolean isLibrary(String owner) {
        return owner.toLowerCase(Locale.ROOT).startsWith(LIBRARY);
    }
}
