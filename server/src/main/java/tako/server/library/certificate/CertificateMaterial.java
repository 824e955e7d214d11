package tako.server.library.certificate;

import java.util.Optional;
import tako.platform.secret.Secret;

/**
 * A certificate in the forms in which it is used.
 *
 * @param facts what it says
 * @param shown what anybody may see of it
 * @param key its private key, if it came with one
 * @param upload the file as it was uploaded
 */
public record CertificateMaterial(
        String id, String name, CertificateFacts facts, Shown shown, Optional<Key> key, Original upload) {
    /**
     * The public forms. PEM ends with a line break.
     *
     * @param certificatePem the certificate alone
     * @param chainPem the certificates that came with it, the nearest issuer first; "" for none
     * @param certificateDer base64 of the certificate's DER
     */
    public record Shown(String certificatePem, String chainPem, String certificateDer) {
        /** The certificate and its chain, as servers and clusters want it. */
        public String fullChainPem() {
            return certificatePem + chainPem;
        }
    }

    /**
     * A private key.
     *
     * @param pem PKCS#8, not encrypted
     * @param der base64 of the same
     */
    public record Key(Secret pem, Secret der) {}

    /**
     * What was uploaded.
     *
     * @param data the file in base64
     * @param password what opens it; an empty one for none
     */
    public record Original(Secret data, Secret password) {}
}
