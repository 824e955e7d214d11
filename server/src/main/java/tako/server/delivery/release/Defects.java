package tako.server.delivery.release;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Stored;

/** The defects of releases. A release with an unresolved one is blocked from later phases. */
public final class Defects {
    private final Engine engine;
    private final Documents<Release> releases;
    private final ReleaseFollowers followers;

    /** @param followers what goes on when nothing blocks a release any more */
    public Defects(Engine engine, Documents<Release> releases, ReleaseFollowers followers) {
        this.engine = engine;
        this.releases = releases;
        this.followers = followers;
    }

    /** A release's defects, oldest first. */
    public List<Defect> list(Principal who, String space, String release) {
        engine.permissions().require(who, "ReleaseView", space);
        return engine.database().read(view -> of(view, releases.require(view, space, release)));
    }

    /** Blocks a release. A release has one unresolved defect at most. @throws Problem 400 */
    public Defect report(Principal who, String space, String release, String description) {
        engine.permissions().require(who, "DefectReport", space);
        if (description.isBlank()) {
            throw Problem.invalid(
                    "Description: say why the release is blocked, so that others know what must be mended.");
        }
        return engine.database().write(tx -> {
            Stored<Release> stored = releases.require(tx, space, release);
            if (!ReleaseMoves.allowed(state(tx, stored.id()), ReleaseState.BLOCKED)) {
                throw Problem.invalid("Release " + stored.value().version()
                        + " is blocked already. Resolve its defect before reporting another one.");
            }
            var defect = new Defect("Defects-" + tx.next("Defects"), description.strip(), Defect.Status.UNRESOLVED);
            insert(tx, stored, defect);
            record(tx, who, stored, "was blocked: " + defect.description());
            return defect;
        });
    }

    /** Lets a release go on: what was due meanwhile is deployed. @throws Problem 400 when nothing blocks it */
    public Defect resolve(Principal who, String space, String release) {
        engine.permissions().require(who, "DefectResolve", space);
        return engine.database().write(tx -> {
            Stored<Release> stored = releases.require(tx, space, release);
            if (!ReleaseMoves.allowed(state(tx, stored.id()), ReleaseState.OPEN)) {
                throw Problem.invalid(
                        "Release " + stored.value().version() + " has no unresolved defect: nothing blocks it.");
            }
            Defect open = of(tx, stored).stream()
                    .filter(defect -> defect.status() == Defect.Status.UNRESOLVED)
                    .findFirst()
                    .orElseThrow();
            tx.update("update defect set resolved = 1 where id = :id")
                    .bind("id", open.id())
                    .execute();
            record(tx, who, stored, "is no longer blocked: " + open.description());
            followers.unblocked(tx, who, stored);
            return new Defect(open.id(), open.description(), Defect.Status.RESOLVED);
        });
    }

    /** The state of a release that is there. */
    static ReleaseState state(View view, String release) {
        return blocked(view, List.of(release)).isEmpty() ? ReleaseState.OPEN : ReleaseState.BLOCKED;
    }

    /** Those of these releases that are blocked. */
    public static Set<String> blocked(View view, Collection<String> releases) {
        if (releases.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(view.query("select distinct release from defect where resolved = 0 and release in (<ids>)")
                .bindList("ids", List.copyOf(releases))
                .mapTo(String.class)
                .list());
    }

    /** Removes those of a release that is deleted. */
    static void forget(Tx tx, String release) {
        tx.update("delete from defect where release = :release")
                .bind("release", release)
                .execute();
    }

    private static List<Defect> of(View view, Stored<Release> release) {
        return view.query("select id, description, resolved from defect where release = :release order by number")
                .bind("release", release.id())
                .map((row, context) -> new Defect(
                        row.getString("id"),
                        row.getString("description"),
                        row.getInt("resolved") == 1 ? Defect.Status.RESOLVED : Defect.Status.UNRESOLVED))
                .list();
    }

    private void insert(Tx tx, Stored<Release> release, Defect defect) {
        tx.update("""
                        insert into defect (id, number, space_id, release, description, resolved, created_at)
                        values (:id, :number, :space, :release, :description, 0, :now)""")
                .bind("id", defect.id())
                .bind("number", Long.parseLong(defect.id().substring("Defects-".length())))
                .bind("space", release.space())
                .bind("release", release.id())
                .bind("description", defect.description())
                .bind("now", engine.clock().millis())
                .execute();
    }

    private void record(Tx tx, Principal who, Stored<Release> release, String what) {
        engine.audit()
                .record(
                        tx,
                        who,
                        AuditLog.Entry.of(
                                "Modified",
                                release.space(),
                                "Release " + release.value().version() + " " + what,
                                List.of(release.id(), release.value().projectId())));
        tx.afterCommit(() -> engine.notices().changed("Release", release.space(), release.id()));
    }
}
