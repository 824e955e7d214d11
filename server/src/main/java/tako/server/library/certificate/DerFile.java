package tako.server.library.certificate;

import java.util.List;
import java.util.Optional;

/** Reads one certificate in binary. */
final class DerFile {
    private DerFile() {}

    static CertificateFile read(byte[] data) throws CertificateRefused {
        return new CertificateFile(CertificateFormat.DER, X509.certificate(data), List.of(), Optional.empty());
    }
}
