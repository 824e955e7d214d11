package tako.server.infrastructure.machine;

import tako.platform.http.Principal;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * Deployment targets as people change them. How a target is, only checks say: a change keeps the health there is, and one of the endpoint
 * makes it unknown and wants a check.
 */
public final class DeploymentTargets implements DocumentService<Machine> {
    private final Engine engine;
    private final Documents<Machine> documents;
    private final TargetFollowers followers;
    private final TargetEvents events;

    public DeploymentTargets(Engine engine, Documents<Machine> documents, TargetFollowers followers) {
        this.engine = engine;
        this.documents = documents;
        this.followers = followers;
        this.events = new TargetEvents(engine.audit());
    }

    @Override
    public Kind<Machine> kind() {
        return documents.kind();
    }

    @Override
    public Slice<Stored<Machine>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<Machine> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    /** Creates a target and wants a check of it, unless {@code SkipInitialHealthCheck} says otherwise. */
    @Override
    public Stored<Machine> create(Principal principal, String space, ObjectNode body) {
        engine.permissions().require(principal, kind().grants().create(), space);
        ObjectNode own = HealthMembers.without(body);
        return engine.database().write(tx -> {
            Stored<Machine> created = documents.insert(tx, principal, space, own);
            events.added(tx, principal, created);
            if (!created.json().path("SkipInitialHealthCheck").asBoolean(false)) {
                followers.checkWanted(tx, created);
            }
            return created;
        });
    }

    @Override
    public Stored<Machine> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        engine.permissions().require(principal, kind().grants().edit(), space);
        return engine.database().write(tx -> {
            Stored<Machine> before = documents.require(tx, space, idOrSlug);
            Stored<Machine> after = documents.replace(tx, principal, before, HealthMembers.kept(body, before.json()));
            events.changed(tx, principal, before, after);
            boolean moved = !after.json().path("Endpoint").equals(before.json().path("Endpoint"));
            if (!moved && (!before.value().isDisabled() || after.value().isDisabled())) {
                return after;
            }
            Stored<Machine> asked = moved ? documents.observe(tx, after, unknown(after)) : after;
            followers.checkWanted(tx, asked);
            return asked;
        });
    }

    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        engine.permissions().require(principal, kind().grants().delete(), space);
        engine.database().change(tx -> {
            Stored<Machine> target = documents.require(tx, space, idOrSlug);
            documents.remove(tx, principal, target);
            events.deleted(tx, principal, target);
            followers.deleted(tx, target);
        });
    }

    @Override
    public ObjectNode present(Stored<Machine> stored) {
        return documents.present(stored);
    }

    private static ObjectNode unknown(Stored<Machine> target) {
        ObjectNode json = target.json().deepCopy();
        HealthMembers.write(json, EndpointUse.known(target.value().endpoint()).orElse(HealthMembers.NOT_CHECKED));
        return json;
    }
}
