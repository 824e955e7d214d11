package tako.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.Database;
import tako.platform.database.FreshDatabase;

abstract class SecretsContract {
    private static final Secret PASSWORD = Secret.of("pä$$w0rd\nsecond line");
    private final SecureRandom random = new SecureRandom();
    private final MasterKey master = MasterKey.of(MasterKey.generate(random));

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    abstract FreshDatabase fresh();

    private Database database() {
        return fresh.database();
    }

    private Secrets secrets(MasterKey key) {
        return Secrets.open(database(), key, random);
    }

    private String keep(Secrets secrets, Secret value) {
        return database().write(tx -> secrets.keep(tx, value));
    }

    private Secret open(Secrets secrets, String id) {
        return database().read(view -> secrets.open(view, id));
    }

    @Test
    void what_is_kept_is_opened_by_its_id() {
        var secrets = secrets(master);

        assertThat(open(secrets, keep(secrets, PASSWORD))).isEqualTo(PASSWORD);
        assertThat(open(secrets, keep(secrets, Secret.of("")))).isEqualTo(Secret.of(""));
    }

    @Test
    void what_is_kept_is_opened_after_a_restart() {
        var id = keep(secrets(master), PASSWORD);

        assertThat(open(secrets(master), id)).isEqualTo(PASSWORD);
    }

    @Test
    void nothing_in_the_tables_shows_the_value_and_equal_values_look_different() {
        var secrets = secrets(master);
        var first = keep(secrets, PASSWORD);
        var second = keep(secrets, PASSWORD);

        assertThat(first).isNotEqualTo(second);
        assertThat(locked(first)).isNotEqualTo(locked(second)).doesNotContain("w0rd");
    }

    @Test
    void content_moved_to_another_row_does_not_open() {
        var secrets = secrets(master);
        var mine = keep(secrets, PASSWORD);
        var theirs = keep(secrets, Secret.of("theirs"));
        overwrite(mine, locked(theirs));

        assertThatThrownBy(() -> open(secrets, mine))
                .isInstanceOf(SecretUnreadable.class)
                .hasMessageContaining(mine);
    }

    @Test
    void changed_and_missing_rows_do_not_open() {
        var secrets = secrets(master);
        var id = keep(secrets, PASSWORD);
        overwrite(id, "AAAA");

        assertThatThrownBy(() -> open(secrets, id)).isInstanceOf(SecretUnreadable.class);
        assertThatThrownBy(() -> open(secrets, "secret-0")).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void many_are_opened_together_without_those_that_cannot_be() {
        var secrets = secrets(master);
        List<String> ids = new ArrayList<>();
        for (int count = 0; count < 1_001; count++) {
            ids.add(keep(secrets, Secret.of("value " + count)));
        }
        overwrite(ids.getFirst(), "AAAA");
        ids.add("secret-0");
        var opened = database().read(view -> secrets.openAll(view, ids));

        assertThat(opened).hasSize(1_000).doesNotContainKeys(ids.getFirst(), "secret-0");
        assertThat(opened.get(ids.get(1_000))).isEqualTo(Secret.of("value 1000"));
    }

    @Test
    void another_master_key_is_refused_and_named() {
        secrets(master);
        var other = MasterKey.of(MasterKey.generate(random));

        assertThatThrownBy(() -> secrets(other))
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining(master.id())
                .hasMessageContaining(other.id());
    }

    @Test
    void rotation_locks_out_the_old_master_key_while_running_nodes_go_on() {
        var running = secrets(master);
        var before = keep(running, PASSWORD);
        var next = MasterKey.of(MasterKey.generate(random));

        running.rotate(master, next);

        assertThat(open(running, before)).isEqualTo(PASSWORD);
        var after = keep(running, PASSWORD);
        assertThat(open(secrets(next), before)).isEqualTo(PASSWORD);
        assertThat(open(secrets(next), after)).isEqualTo(PASSWORD);
        assertThatThrownBy(() -> secrets(master)).isInstanceOf(MasterKeyRefused.class);
    }

    @Test
    void rotation_from_a_wrong_key_changes_nothing() {
        var secrets = secrets(master);
        var wrong = MasterKey.of(MasterKey.generate(random));

        assertThatThrownBy(() -> secrets.rotate(wrong, wrong)).isInstanceOf(MasterKeyRefused.class);
        assertThat(open(secrets(master), keep(secrets, PASSWORD))).isEqualTo(PASSWORD);
    }

    @Test
    void fingerprints_show_change_survive_rotation_and_differ_between_installations() {
        var secrets = secrets(master);
        var print = secrets.fingerprints().of(PASSWORD);
        var next = MasterKey.of(MasterKey.generate(random));
        secrets.rotate(master, next);

        assertThat(secrets(next).fingerprints().of(PASSWORD)).isEqualTo(print).hasSize(24);
        assertThat(secrets.fingerprints().of(Secret.of("another"))).isNotEqualTo(print);
        database().change(tx -> tx.update("delete from secret_key").execute());
        assertThat(secrets(next).fingerprints().of(PASSWORD)).isNotEqualTo(print);
    }

    private String locked(String id) {
        return database()
                .read(view -> view.query("select locked from secret where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }

    private void overwrite(String id, String locked) {
        database()
                .change(tx -> tx.update("update secret set locked = :locked where id = :id")
                        .bind("locked", locked)
                        .bind("id", id)
                        .execute());
    }
}
