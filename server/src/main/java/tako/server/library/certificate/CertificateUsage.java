package tako.server.library.certificate;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What uses a certificate, as whole documents.
 *
 * @param id the certificate's
 * @param tenantUsages none: this version has no tenants
 */
record CertificateUsage(
        String id,
        List<ObjectNode> projectUsages,
        List<ObjectNode> libraryVariableSetUsages,
        List<ObjectNode> tenantUsages,
        List<ObjectNode> deploymentTargetUsages,
        Map<String, String> links) {}
