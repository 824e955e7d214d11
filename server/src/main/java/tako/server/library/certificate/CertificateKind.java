package tako.server.library.certificate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.server.resource.Dimensions;
import tako.server.resource.Draft;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;

/** The descriptor of certificates. */
public final class CertificateKind {
    /** {@code true} or {@code false}: whether a certificate is put away. */
    static final String ARCHIVED = "archived";
    /** What a list looks for in names, notes and facts; no dimension that anything lies in. */
    static final String SEARCH = "certificateSearch";
    /** The certificate that a list shows first; no dimension that anything lies in. */
    static final String FIRST_RESULT = "certificateFirstResult";

    private static final List<String> PARTICIPATIONS = List.of("Untenanted", "TenantedOrUntenanted", "Tenanted");

    /** The certificate of an example that a fresh space accepts; nobody has its key. */
    static final String EXAMPLE =
            "MIIBhDCCASmgAwIBAgIUei+0NG8ujHCXLYf3nMPMHF4bhIQwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLZXhhbXBsZS5vcmcwIBcN"
                    + "MjYxMTI3MTQ1MDExWhgPMjEyNjExMDMxNDUwMTFaMBYxFDASBgNVBAMMC2V4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZIzj0D"
                    + "AQcDQgAEHnNa0G9UvU1Ms0WH029yOwzRpJnqkwXf0enPPvix/NLXJp8J/8ZRBTdyWa7SfAqNeIdJ63R9lZbFi2f1TCpNTqNTMFEw"
                    + "HQYDVR0OBBYEFMn0mTYvqekun4cKqlLEBa9TT61cMB8GA1UdIwQYMBaAFMn0mTYvqekun4cKqlLEBa9TT61cMA8GA1UdEwEB/wQF"
                    + "MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhANb1G9J5qR7AZgvlQrWIUBuPvnSVqdJbYPMuOXnZL7fqAiEAxeO85r0kO1ZkuwU6eJpi"
                    + "b+FxNGrdv1Vcxiv2ukywsIU=";

    /** The descriptor. */
    public static final Kind<Certificate> KIND = Kind.of(
                    Certificate.class, "Certificate", "Certificates", "certificate")
            .names(new Kind.Names(200, false, false))
            .references(certificate -> Reference.from("EnvironmentIds", "Environments", certificate.environmentIds()))
            .scopings(CertificateKind::scopings)
            .filters(
                    new Kind.Filter("archived", ARCHIVED),
                    new Kind.Filter("tenant", Dimensions.TENANT),
                    new Kind.Filter("search", SEARCH),
                    new Kind.Filter("firstResult", FIRST_RESULT))
            .rules(CertificateKind::problems)
            .links(certificate -> Map.of(
                    "Archive", "{self}/archive",
                    "Unarchive", "{self}/unarchive",
                    "Replace", "{self}/replace",
                    "Export", "{self}/export{?format,password,includePrivateKey,pemOptions}",
                    "Usages", "{self}/usages"))
            .example(Map.of("Name", "Cluster CA", "CertificateData", Map.of("HasValue", true, "NewValue", EXAMPLE)))
            .build();

    private CertificateKind() {}

    private static Stream<Scoping> scopings(Certificate certificate) {
        return Stream.of(
                        Stream.of(new Scoping(ARCHIVED, String.valueOf(certificate.hasBeenArchived()))),
                        certificate.environmentIds().stream().map(id -> new Scoping(Dimensions.ENVIRONMENT, id)),
                        certificate.tenantIds().stream().map(id -> new Scoping(Dimensions.TENANT, id)),
                        certificate.tenantTags().stream().map(tag -> new Scoping(Dimensions.TENANT_TAG, tag)))
                .flatMap(scopings -> scopings);
    }

    private static List<String> problems(Draft<Certificate> draft) {
        String participation = draft.after().tenantedDeploymentParticipation();
        return PARTICIPATIONS.contains(participation)
                ? List.of()
                : List.of("TenantedDeploymentParticipation: '" + participation + "' is none. Send one of "
                        + String.join(", ", PARTICIPATIONS) + ".");
    }
}
