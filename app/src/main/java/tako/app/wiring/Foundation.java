package tako.app.wiring;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tako.platform.http.SessionCookies;
import tako.platform.json.Json;
import tako.platform.notice.Notice;
import tako.platform.notice.Notices;
import tako.platform.secret.Passwords;
import tako.platform.secret.Secret;
import tako.platform.secret.Secrets;
import tako.platform.secret.Tokens;
import tako.server.delivery.deployment.DeploymentKind;
import tako.server.delivery.release.ReleaseKind;
import tako.server.infrastructure.account.Accounts;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.machine.Proxies;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.infrastructure.worker.Workers;
import tako.server.library.certificate.CertificateKind;
import tako.server.library.feed.Feeds;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.library.variableset.LibraryVariableSet;
import tako.server.library.variableset.LibraryVariableSetKind;
import tako.server.people.audit.EventLog;
import tako.server.people.permission.PermissionCheck;
import tako.server.people.team.Teams;
import tako.server.people.user.Users;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.project.ProjectKind;
import tako.server.resource.Catalogue;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.Snapshots;
import tako.server.settings.server.InstallationId;
import tako.server.settings.space.Spaces;
import tools.jackson.databind.json.JsonMapper;

/** What every feature stands on: the engine of documents with what it asks, and the machinery of secrets and tokens. */
final class Foundation {
    final ZoneId zone = ZoneId.systemDefault();
    final Supplier<String> ids = () -> UUID.randomUUID().toString();
    final JsonMapper mapper = Json.mapper(zone);
    final Kind<Lifecycle> lifecycleKind = Lifecycles.kind(ids);
    final Kind<LibraryVariableSet> librarySetKind = LibraryVariableSetKind.of(ids);
    final List<Kind<?>> kinds = List.of(
            Spaces.KIND,
            Users.KIND,
            Teams.KIND,
            Environments.KIND,
            Machines.KIND,
            MachinePolicies.KIND,
            Proxies.KIND,
            WorkerPools.KIND,
            Workers.KIND,
            Feeds.KIND,
            Accounts.KIND,
            CertificateKind.KIND,
            lifecycleKind,
            librarySetKind,
            ProjectGroups.KIND,
            ProjectKind.KIND,
            Channels.KIND,
            ReleaseKind.KIND,
            DeploymentKind.KIND);
    final Secrets secrets;
    final Tokens tokens;
    final Passwords passwords;
    final Notices notices;
    final PermissionCheck permissions;
    final Engine engine;
    final Snapshots snapshots;
    final UUID installation;
    final SessionCookies cookies;

    Foundation(Base base) {
        this.secrets = Secrets.open(base.database(), base.master(), base.random());
        this.tokens = new Tokens(base.random());
        this.passwords = new Passwords(base.random());
        this.notices = new Notices(base.clock(), base.random());
        this.permissions = new PermissionCheck(base.database());
        this.engine = new Engine(
                base.database(),
                mapper,
                new Catalogue(kinds),
                permissions,
                new EventLog(mapper, base.clock()),
                (tx, clear) -> secrets.keep(tx, Secret.of(clear)),
                (kind, space, id) ->
                        notices.publish(Notice.of(kind, id, space, base.clock().millis())),
                base.clock());
        this.snapshots = new Snapshots(mapper);
        this.installation = new InstallationId(base.database(), UUID::randomUUID).get();
        this.cookies = new SessionCookies(installation.toString());
    }
}
