package tako.server.library.certificate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.library.certificate.Expiry.Warning;
import tako.server.resource.Stored;

/** The rows of when certificates end, and of what was told about it. */
final class ExpiryRows {
    /**
     * A certificate whose end is near.
     *
     * @param given the last warning about the data it has
     */
    record Row(String certificate, Instant notAfter, Optional<Warning> given) {}

    /** Watches the data that a certificate has now; what was told of the same data stays told. */
    void watch(Tx tx, Stored<Certificate> stored) {
        Instant notAfter = stored.value().notAfter();
        if (notAfter == null || isWatched(tx, stored)) {
            return;
        }
        forget(tx, stored.id());
        tx.update("""
                        insert into certificate_expiry (certificate, space_id, thumbprint, not_after, warned)
                        values (:certificate, :space, :thumbprint, :notAfter, '')""")
                .bind("certificate", key(stored.id()))
                .bind("space", stored.space())
                .bind("thumbprint", stored.value().thumbprint())
                .bind("notAfter", notAfter.toEpochMilli())
                .execute();
    }

    void forget(Tx tx, String certificate) {
        tx.update("delete from certificate_expiry where certificate = :certificate")
                .bind("certificate", key(certificate))
                .execute();
    }

    /** Certificates in use that end before an instant, and whose end was not told yet. */
    List<Row> endingBefore(View view, Instant horizon) {
        return view.query("""
                        select certificate, not_after, warned from certificate_expiry
                        where warned in ('', 'TWENTY_DAYS', 'TEN_DAYS') and not_after <= :horizon
                        and certificate not in
                            (select source from scope where dimension = :archived and value = 'true')
                        order by not_after, certificate""")
                .bind("horizon", horizon.toEpochMilli())
                .bind("archived", CertificateKind.ARCHIVED)
                .map((row, context) -> new Row(
                        row.getString("certificate"),
                        Instant.ofEpochMilli(row.getLong("not_after")),
                        warning(row.getString("warned"))))
                .list();
    }

    /** Whether a warning is the caller's to give: nobody else did meanwhile. */
    boolean claim(Tx tx, Row row, Warning warning) {
        return tx.update("""
                        update certificate_expiry set warned = :warning
                        where certificate = :certificate and warned = :given and not_after = :notAfter""")
                        .bind("warning", warning.name())
                        .bind("certificate", row.certificate())
                        .bind("given", row.given().map(Warning::name).orElse(""))
                        .bind("notAfter", row.notAfter().toEpochMilli())
                        .execute()
                > 0;
    }

    private static boolean isWatched(View view, Stored<Certificate> stored) {
        return view.query("select thumbprint from certificate_expiry where certificate = :certificate")
                .bind("certificate", key(stored.id()))
                .mapTo(String.class)
                .findOne()
                .filter(stored.value().thumbprint()::equals)
                .isPresent();
    }

    private static Optional<Warning> warning(String name) {
        return Arrays.stream(Warning.values())
                .filter(warning -> warning.name().equals(name))
                .findFirst();
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
