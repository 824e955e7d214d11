package tako.server.library.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Certificates and their bytes. */
final class X509 {
    private X509() {}

    /** @param der one certificate, as DER */
    static X509Certificate certificate(byte[] der) throws CertificateRefused {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException broken) {
            throw CertificateRefused.data(
                    "a certificate in it is damaged and cannot be read. Export the file once more and upload that.");
        }
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate that was read has no bytes", impossible);
        }
    }
}
