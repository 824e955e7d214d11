package tako.server.library.certificate;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.server.resource.Documents;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.SecretReader;
import tako.server.resource.SensitiveMember;
import tako.server.resource.Stored;

/** Opens certificates for those who use them: targets, and variables of the type certificate. */
public final class CertificateVault {
    private final Documents<Certificate> certificates;
    private final SecretReader secrets;
    private final CertificateExport export;
    private final OpenedFiles opened = new OpenedFiles();

    public CertificateVault(Documents<Certificate> certificates, SecretReader secrets, CertificateExport export) {
        this.certificates = certificates;
        this.secrets = secrets;
        this.export = export;
    }

    /**
     * A certificate by its id, put away or not, for use in some environments; empty when there is none.
     *
     * @throws NotForEnvironment unless it may be used in all of them
     */
    public Optional<CertificateMaterial> open(View view, String certificateId, List<String> environments) {
        return certificates.anywhere(view, certificateId).map(stored -> {
            Certificate certificate = stored.value();
            NotForEnvironment.check("The certificate '" + certificate.name() + "'", environments, certificate::isFor);
            return material(stored, original(view, stored));
        });
    }

    /**
     * A certificate as PFX in base64, with its chain and key, opened by the password it was uploaded with. Takes some
     * milliseconds: not for use inside a transaction.
     */
    public Secret pfx(CertificateMaterial material) {
        if (material.facts().certificateDataFormat() == CertificateFormat.PKCS12) {
            return material.upload().data();
        }
        byte[] pfx = export.pkcs12(
                file(material.upload()),
                material.upload().password(),
                material.key().isPresent());
        return Secret.of(Base64.getEncoder().encodeToString(pfx));
    }

    /** What was uploaded. */
    CertificateMaterial.Original original(View view, Stored<Certificate> stored) {
        return new CertificateMaterial.Original(
                secret(view, stored, Upload.DATA), secret(view, stored, Upload.PASSWORD));
    }

    /** What a file holds that was read when it was uploaded. */
    static CertificateFile file(CertificateMaterial.Original upload) {
        byte[] data = Upload.bytes(upload.data().reveal());
        return switch (CertificateParser.parse(data, upload.password())) {
            case CertificateReading.Read(CertificateFile file) -> file;
            case CertificateReading.Refused(String sentence) ->
                throw new IllegalStateException("A certificate that was read once cannot be read: " + sentence);
        };
    }

    private CertificateMaterial material(Stored<Certificate> stored, CertificateMaterial.Original upload) {
        var kept = new OpenedFiles.Secrets(
                secretId(stored, Upload.DATA).orElse(""),
                secretId(stored, Upload.PASSWORD).orElse(""));
        CertificateFile file = opened.file(kept, () -> file(upload));
        var shown = new CertificateMaterial.Shown(
                Pem.of(file.leaf()), Pem.of(file.chain()), Base64.getEncoder().encodeToString(X509.der(file.leaf())));
        return new CertificateMaterial(
                stored.id(),
                stored.value().name(),
                CertificateFacts.of(file),
                shown,
                file.key()
                        .map(key -> new CertificateMaterial.Key(
                                Secret.of(Pem.of(key)),
                                Secret.of(Base64.getEncoder().encodeToString(Pem.der(key))))),
                upload);
    }

    private Secret secret(View view, Stored<Certificate> stored, String member) {
        return secretId(stored, member).map(id -> secrets.open(view, id)).orElse(Secret.of(""));
    }

    private static Optional<String> secretId(Stored<Certificate> stored, String member) {
        return SensitiveMember.secretId(stored.json(), member);
    }
}
