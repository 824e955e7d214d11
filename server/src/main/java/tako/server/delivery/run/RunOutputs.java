package tako.server.delivery.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.platform.secret.SecretUnreadable;
import tako.platform.secret.Secrets;

/** The rows of what actions have set: a text stands in its row, a secret in the vault. */
final class RunOutputs {
    private final Secrets secrets;

    RunOutputs(Secrets secrets) {
        this.secrets = secrets;
    }

    private record Row(String action, String target, String targetName, String name, String value, String secret) {}

    /** Those of a run in the order in which they were set. */
    List<RunOutput> of(View view, String task) {
        List<Row> rows = view.query("""
                        select action, target, target_name, name, value, secret from run_output
                        where task = :task order by sequence""").bind("task", task).mapTo(Row.class).list();
        Map<String, Secret> opened = secrets.openAll(
                view, rows.stream().map(Row::secret).filter(id -> !id.isEmpty()).toList());
        return rows.stream().map(row -> output(row, opened)).toList();
    }

    private static RunOutput output(Row row, Map<String, Secret> opened) {
        boolean sensitive = !row.secret().isEmpty();
        Secret value = sensitive
                ? Optional.ofNullable(opened.get(row.secret())).orElseThrow(() -> new SecretUnreadable(row.secret()))
                : Secret.of(row.value());
        return new RunOutput(row.action(), row.target(), row.targetName(), row.name(), value, sensitive);
    }

    /** Keeps one; the last one of a name counts. */
    void keep(Tx tx, String task, RunOutput output) {
        String secret = output.sensitive() ? secrets.keep(tx, output.value()) : "";
        tx.update("""
                        insert into run_output (task, action, target, target_name, name_key, name, value, secret, sequence)
                        values (:task, :action, :target, :targetName, :key, :name, :value, :secret, :sequence)
                        on conflict (task, action, target, name_key) do update set name = excluded.name,
                        value = excluded.value, secret = excluded.secret, sequence = excluded.sequence""")
                .bind("task", task)
                .bind("action", output.action())
                .bind("target", output.target())
                .bind("targetName", output.targetName())
                .bind("key", output.name().toLowerCase(Locale.ROOT))
                .bind("name", output.name())
                .bind("value", output.sensitive() ? "" : output.value().reveal())
                .bind("secret", secret)
                .bind("sequence", tx.next("RunOutputs"))
                .execute();
    }
}
