package tako.server.library.certificate;

import java.util.List;
import java.util.Map;
import tako.platform.http.Principal;
import tako.server.resource.DocumentService;
import tako.server.resource.Usages;
import tako.server.resource.Usages.Usage;
import tools.jackson.databind.node.ObjectNode;

/** What uses certificates. */
public final class CertificateUsages {
    private final DocumentService<Certificate> certificates;
    private final Usages usages;

    public CertificateUsages(DocumentService<Certificate> certificates, Usages usages) {
        this.certificates = certificates;
        this.usages = usages;
    }

    /** @throws Problem 404 */
    CertificateUsage of(Principal who, String space, String idOrSlug) {
        String id = certificates.get(who, space, idOrSlug).id();
        List<Usage> found = usages.of(who, space, id);
        return new CertificateUsage(
                id,
                documents(found, "Project"),
                documents(found, "LibraryVariableSet"),
                List.of(),
                documents(found, "Machine"),
                Map.of("Self", "/api/" + space + "/certificates/" + id + "/usages"));
    }

    private static List<ObjectNode> documents(List<Usage> usages, String itemType) {
        return usages.stream()
                .filter(usage -> usage.itemType().equals(itemType))
                .map(Usage::document)
                .distinct()
                .toList();
    }
}
