package tako.app.testdrive.cluster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tako.app.testdrive.Seeds;
import tako.app.testdrive.TestDriveRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kubeconfig's certificates in the server's library. */
final class Certificates {
    private static final String COLLECTION = "/certificates";

    private final Seeds seeds;

    Certificates(Seeds seeds) {
        this.seeds = seeds;
    }

    /** The id of the certificate of this name: uploaded when it is missing, replaced when it is another one than there. */
    String made(String name, String pem) {
        Optional<JsonNode> there = seeds.find(COLLECTION, name);
        String thumbprint = thumbprint(name, pem);
        String data = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
        if (there.isEmpty()) {
            return upload(name, data);
        }
        String id = Seeds.id(there.get());
        if (!there.get().path("Thumbprint").asString("").equalsIgnoreCase(thumbprint)) {
            ObjectNode body = seeds.api().body().put("CertificateData", data).put("Password", "");
            seeds.api().post(Seeds.SPACE + COLLECTION + "/" + id + "/replace", body);
        }
        return id;
    }

    private String upload(String name, String data) {
        ObjectNode body = seeds.named(name);
        body.putObject("CertificateData").put("HasValue", true).put("NewValue", data);
        body.putObject("Password").put("HasValue", false).putNull("NewValue");
        return Seeds.id(seeds.api().post(Seeds.SPACE + COLLECTION, body));
    }

    /** SHA-1 of the first certificate, as Octopus names certificates. */
    private static String thumbprint(String name, String pem) {
        try (var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))) {
            byte[] first = CertificateFactory.getInstance("X.509")
                    .generateCertificate(bytes)
                    .getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(first));
        } catch (GeneralSecurityException | java.io.IOException unreadable) {
            throw new TestDriveRefused("The kubeconfig's certificate for '" + name
                    + "' cannot be read: the first block of its PEM has to be a certificate. Mend the kubeconfig.");
        }
    }
}
