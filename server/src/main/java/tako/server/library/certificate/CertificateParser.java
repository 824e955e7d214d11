package tako.server.library.certificate;

import tako.platform.secret.Secret;

/** Reads the files that people upload. Pure: bytes and password in, the certificate or one sentence out. */
final class CertificateParser {
    /** Bytes of a file at most; the longest honest chains have a tenth of it. */
    static final int MOST_BYTES = 256 * 1024;
    /** Certificates of a file at most. */
    static final int MOST_CERTIFICATES = 50;

    private CertificateParser() {}

    /** @param password "" for none */
    static CertificateReading parse(byte[] data, Secret password) {
        try {
            return new CertificateReading.Read(read(data, password));
        } catch (CertificateRefused refused) {
            return new CertificateReading.Refused(refused.sentence());
        } catch (RuntimeException unreadable) {
            return new CertificateReading.Refused(noCertificate(data).sentence());
        }
    }

    private static CertificateFile read(byte[] data, Secret password) throws CertificateRefused {
        if (data.length == 0) {
            throw CertificateRefused.data("the file is empty. Choose a PFX, PEM or DER file.");
        }
        if (data.length > MOST_BYTES) {
            throw CertificateRefused.data("the file has " + data.length + " bytes, and " + MOST_BYTES
                    + " are allowed. Upload only this certificate, its chain and its key.");
        }
        return switch (Container.of(data)) {
            case PEM -> PemFile.read(data, password);
            case PFX -> Pkcs12File.read(data, password);
            case CERTIFICATE -> DerFile.read(data);
            case PKCS7 ->
                throw CertificateRefused.data("this is a PKCS#7 bundle, which is not read. Turn it into PEM with"
                        + " `openssl pkcs7 -print_certs` and upload that.");
            case OTHER -> throw noCertificate(data);
        };
    }

    private static CertificateRefused noCertificate(byte[] data) {
        return CertificateRefused.data("these " + data.length
                + " bytes are no certificate that can be read. Upload a PFX (PKCS#12), PEM or DER file.");
    }
}
