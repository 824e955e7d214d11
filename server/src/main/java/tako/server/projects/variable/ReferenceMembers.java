package tako.server.projects.variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.server.infrastructure.account.AccountMaterial;
import tako.server.infrastructure.account.AccountVault;
import tako.server.library.certificate.CertificateFacts;
import tako.server.library.certificate.CertificateFormat;
import tako.server.library.certificate.CertificateMaterial;
import tako.server.library.certificate.CertificateVault;
import tako.server.projects.variable.TargetVariables.Contribution;

/**
 * What a variable stands for whose value is the id of a certificate or an account: {@code Web.CertificatePem}, {@code Cloud.Token} (Octopus's
 * public documentation, "Certificate variables" and "Account variables").
 */
public final class ReferenceMembers implements MembersOf {
    private final CertificateVault certificates;
    private final AccountVault accounts;

    public ReferenceMembers(CertificateVault certificates, AccountVault accounts) {
        this.certificates = certificates;
        this.accounts = accounts;
    }

    /**
     * A variable that names a document.
     *
     * @param id its value
     * @param environment where it is used
     */
    public record Named(String variable, String id, String environment) {}

    /**
     * The members of a variable; none if there is no such document.
     *
     * @throws tako.server.resource.NotForEnvironment when it may not be used there
     */
    @Override
    public Contribution of(View view, Named named) {
        String prefix = named.variable() + ".";
        List<String> environments = List.of(named.environment());
        return certificates
                .open(view, named.id(), environments)
                .map(certificate -> certificate(prefix, certificate))
                .or(() -> accounts.open(view, named.id(), environments).map(account -> account(prefix, account)))
                .orElse(Contribution.NONE);
    }

    private Contribution certificate(String prefix, CertificateMaterial certificate) {
        CertificateFacts facts = certificate.facts();
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Secret> secret = new LinkedHashMap<>();
        plain.put(prefix + "Type", "Certificate");
        plain.put(prefix + "Name", certificate.name());
        plain.put(prefix + "Thumbprint", facts.thumbprint());
        plain.put(prefix + "Subject", facts.subjectDistinguishedName());
        plain.put(prefix + "SubjectCommonName", facts.subjectCommonName());
        plain.put(prefix + "Issuer", facts.issuerDistinguishedName());
        plain.put(prefix + "NotBefore", facts.notBefore().toString());
        plain.put(prefix + "NotAfter", facts.notAfter().toString());
        plain.put(prefix + "Certificate", certificate.shown().certificateDer());
        plain.put(prefix + "CertificatePem", certificate.shown().certificatePem());
        plain.put(prefix + "ChainPem", certificate.shown().chainPem());
        secret.put(prefix + "RawOriginal", certificate.upload().data());
        secret.put(prefix + "Password", certificate.upload().password());
        if (facts.certificateDataFormat() == CertificateFormat.PKCS12) {
            secret.put(prefix + "Pfx", certificate.upload().data());
        }
        certificate.key().ifPresent(key -> {
            secret.put(prefix + "PrivateKey", key.der());
            secret.put(prefix + "PrivateKeyPem", key.pem());
        });
        return new Contribution(plain, secret);
    }

    private static Contribution account(String prefix, AccountMaterial account) {
        return switch (account) {
            case AccountMaterial.Token(Secret token) -> new Contribution(Map.of(), Map.of(prefix + "Token", token));
            case AccountMaterial.UsernamePassword(String username, Secret password) ->
                new Contribution(Map.of(prefix + "Username", username), Map.of(prefix + "Password", password));
            case AccountMaterial.Other(String type) -> new Contribution(Map.of(prefix + "AccountType", type), Map.of());
        };
    }
}
