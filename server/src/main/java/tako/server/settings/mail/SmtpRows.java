package tako.server.settings.mail;

import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The row of the SMTP configuration. */
final class SmtpRows {
    private SmtpRows() {}

    static Optional<String> read(View view) {
        return view.query("select json from smtp_configuration where id = :id")
                .bind("id", SmtpConfigurations.ID)
                .mapTo(String.class)
                .findOne();
    }

    static void write(Tx tx, String json) {
        int changed = tx.update("update smtp_configuration set json = :json where id = :id")
                .bind("json", json)
                .bind("id", SmtpConfigurations.ID)
                .execute();
        if (changed == 0) {
            tx.update("insert into smtp_configuration (id, json) values (:id, :json)")
                    .bind("id", SmtpConfigurations.ID)
                    .bind("json", json)
                    .execute();
        }
    }
}
