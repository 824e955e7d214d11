package tako.server.library.certificate;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tako.server.library.certificate.CertificateFacts.ChainCertificate;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.JsonNode;

/**
 * A certificate, perhaps with its private key. What stands from {@code archived} on is the server's.
 *
 * @param certificateData the file as it was uploaded, in base64; a secret
 * @param password what opens the file; a secret
 * @param environmentIds where it may be used; none for everywhere
 * @param archived since when it is put away; null while it is in use
 * @param replacedBy the id of the certificate whose older data this is
 * @param isExpired told when it is read, never stored
 */
public record Certificate(
        String id,
        String spaceId,
        String name,
        String notes,
        PropertyValue certificateData,
        PropertyValue password,
        List<String> environmentIds,
        String tenantedDeploymentParticipation,
        List<String> tenantIds,
        List<String> tenantTags,
        @Nullable Instant archived,
        @Nullable String replacedBy,
        CertificateFormat certificateDataFormat,
        String subjectDistinguishedName,
        String subjectCommonName,
        String subjectOrganization,
        String issuerDistinguishedName,
        String issuerCommonName,
        String issuerOrganization,
        boolean selfSigned,
        String thumbprint,
        @Nullable Instant notAfter,
        @Nullable Instant notBefore,
        boolean isExpired,
        boolean hasPrivateKey,
        int version,
        String serialNumber,
        String signatureAlgorithmName,
        List<String> subjectAlternativeNames,
        List<ChainCertificate> certificateChain,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {

    public Certificate {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        notes = Absent.orEmpty(notes);
        certificateData = Absent.or(certificateData, PropertyValue.of(""));
        password = Absent.or(password, PropertyValue.of(""));
        environmentIds = Absent.orEmpty(environmentIds);
        tenantedDeploymentParticipation = Absent.or(tenantedDeploymentParticipation, "Untenanted");
        tenantIds = Absent.orEmpty(tenantIds);
        tenantTags = Absent.orEmpty(tenantTags);
        certificateDataFormat = Absent.or(certificateDataFormat, CertificateFormat.UNKNOWN);
        subjectDistinguishedName = Absent.orEmpty(subjectDistinguishedName);
        subjectCommonName = Absent.orEmpty(subjectCommonName);
        subjectOrganization = Absent.orEmpty(subjectOrganization);
        issuerDistinguishedName = Absent.orEmpty(issuerDistinguishedName);
        issuerCommonName = Absent.orEmpty(issuerCommonName);
        issuerOrganization = Absent.orEmpty(issuerOrganization);
        thumbprint = Absent.orEmpty(thumbprint);
        serialNumber = Absent.orEmpty(serialNumber);
        signatureAlgorithmName = Absent.orEmpty(signatureAlgorithmName);
        subjectAlternativeNames = Absent.orEmpty(subjectAlternativeNames);
        certificateChain = Absent.orEmpty(certificateChain);
        unknown = Absent.orEmpty(unknown);
    }

    /** Whether it is put away. */
    public boolean hasBeenArchived() {
        return archived != null;
    }

    /** Whether it may be used in an environment. */
    public boolean isFor(String environment) {
        return environmentIds.isEmpty() || environmentIds.stream().anyMatch(environment::equalsIgnoreCase);
    }
}
