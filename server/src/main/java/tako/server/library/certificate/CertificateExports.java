package tako.server.library.certificate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.library.certificate.CertificateExport.PemOptions;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Slug;
import tako.server.resource.Stored;

/** Gives certificates out as files. Who takes a private key needs a permission of its own, and leaves an event. */
public final class CertificateExports {
    private static final String EXPORT_KEY = "CertificateExportPrivateKey";

    private final Engine engine;
    private final Documents<Certificate> certificates;
    private final CertificateVault vault;
    private final CertificateExport export;

    public CertificateExports(
            Engine engine, Documents<Certificate> certificates, CertificateVault vault, CertificateExport export) {
        this.engine = engine;
        this.certificates = certificates;
        this.vault = vault;
        this.export = export;
    }

    /**
     * What is wanted.
     *
     * @param format absent for that of the upload
     * @param password for the file that is written; an empty one for none
     * @param pemOptions absent for the certificate alone
     */
    record Wish(Optional<String> format, Secret password, boolean withKey, Optional<String> pemOptions) {}

    /** @throws Problem 400 for a wish that cannot be met, 403, 404 */
    ExportedFile of(Principal who, String space, String id, Wish wish) {
        engine.permissions().require(who, certificates.kind().grants().view(), space);
        if (wish.withKey()) {
            engine.permissions().require(who, EXPORT_KEY, space);
        }
        Stored<Certificate> stored = engine.database().read(view -> certificates.require(view, space, id));
        CertificateMaterial.Original upload = engine.database().read(view -> vault.original(view, stored));
        ExportedFile file = file(stored.value(), CertificateVault.file(upload), wish);
        if (wish.withKey()) {
            engine.database()
                    .change(tx -> engine.audit()
                            .record(
                                    tx,
                                    who,
                                    AuditLog.Entry.of(
                                            "CertificatePrivateKeyExported",
                                            stored.space(),
                                            "The private key of certificate "
                                                    + stored.value().name() + " was exported",
                                            List.of(stored.id()))));
        }
        return file;
    }

    private ExportedFile file(Certificate certificate, CertificateFile file, Wish wish) {
        if (wish.withKey() && file.key().isEmpty()) {
            throw Problem.invalid("includePrivateKey: certificate '" + certificate.name()
                    + "' came without a private key. Export it without.");
        }
        String name = Slug.of(certificate.name());
        return switch (format(certificate, wish)) {
            case PKCS12 ->
                new ExportedFile(
                        name + ".pfx", "application/x-pkcs12", export.pkcs12(file, wish.password(), wish.withKey()));
            case PEM ->
                new ExportedFile(
                        name + ".pem",
                        "application/x-pem-file",
                        export.pem(file, pemOptions(wish), wish.withKey(), wish.password()));
            case DER, UNKNOWN -> new ExportedFile(name + ".cer", "application/pkix-cert", der(file, wish));
        };
    }

    private static byte[] der(CertificateFile file, Wish wish) {
        if (wish.withKey()) {
            throw Problem.invalid(
                    "includePrivateKey: a DER file has room for the certificate alone. Export as Pem or" + " Pkcs12.");
        }
        return X509.der(file.leaf());
    }

    private static CertificateFormat format(Certificate certificate, Wish wish) {
        return wish.format()
                .map(text -> CertificateFormat.named(text)
                        .orElseThrow(() ->
                                Problem.invalid("format: '" + text + "' is none. Send one of Pkcs12, Pem and Der.")))
                .orElse(certificate.certificateDataFormat());
    }

    private static PemOptions pemOptions(Wish wish) {
        return wish.pemOptions()
                .map(text -> Arrays.stream(PemOptions.values())
                        .filter(option -> option.name().replace("_", "").equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("pemOptions: '" + text
                                + "' is none. Send one of PrimaryOnly, PrimaryAndChain and ChainOnly.")))
                .orElse(PemOptions.PRIMARY_ONLY);
    }
}
