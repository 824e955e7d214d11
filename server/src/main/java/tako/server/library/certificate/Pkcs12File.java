package tako.server.library.certificate;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;
import tako.platform.secret.Secret;

/** Reads PFX files (PKCS#12, RFC 7292). */
final class Pkcs12File {
    /**
     * Files differ in what "no password" means: OpenSSL derives keys from an empty text with its closing zero, others from
     * nothing at all.
     */
    private static final char[] EMPTY = {0};

    private static final char[] NOTHING = {};

    private final PKCS12PfxPdu pfx;
    private final char[] password;
    private final KeyDerivation derivation;
    private final Contents contents = new Contents();

    private Pkcs12File(PKCS12PfxPdu pfx, char[] password, KeyDerivation derivation) {
        this.pfx = pfx;
        this.password = password;
        this.derivation = derivation;
    }

    static CertificateFile read(byte[] data, Secret password) throws CertificateRefused {
        try {
            PKCS12PfxPdu pfx = new PKCS12PfxPdu(data);
            var derivation = new KeyDerivation();
            return new Pkcs12File(pfx, fitting(pfx, password, derivation), derivation).file();
        } catch (IOException broken) {
            throw CertificateRefused.data("the PFX file is damaged or cut off. Export it once more and upload that.");
        }
    }

    /** The password in the form in which it opens the file. */
    private static char[] fitting(PKCS12PfxPdu pfx, Secret password, KeyDerivation derivation)
            throws CertificateRefused {
        String text = password.reveal();
        List<char[]> forms = text.isEmpty() ? List.of(EMPTY, NOTHING) : List.of(text.toCharArray());
        if (!pfx.hasMac()) {
            return forms.getFirst();
        }
        MacData mac = pfx.toASN1Structure().getMacData();
        if (mac.getMac().getAlgorithmId().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
            throw KeyDerivation.unknown();
        }
        for (char[] form : forms) {
            derivation.takeRounds(mac.getIterationCount());
            if (isValid(pfx, form)) {
                return form;
            }
        }
        throw wrong(text);
    }

    private static boolean isValid(PKCS12PfxPdu pfx, char[] form) {
        try {
            return pfx.isMacValid(
                    new JcePKCS12MacCalculatorBuilderProvider().setProvider(KeyDerivation.ALGORITHMS), form);
        } catch (PKCSException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static CertificateRefused wrong(String sent) {
        return CertificateRefused.password(
                sent.isEmpty()
                        ? "the PFX file needs the password that it was exported with. Send it."
                        : "it does not open the PFX file. Send the one that it was exported with; none if it was"
                                + " exported without.");
    }

    private CertificateFile file() throws CertificateRefused {
        for (ContentInfo part : pfx.getContentInfos()) {
            for (PKCS12SafeBag bag : bags(part)) {
                take(bag.getBagValue());
            }
        }
        return contents.file(CertificateFormat.PKCS12);
    }

    private PKCS12SafeBag[] bags(ContentInfo part) throws CertificateRefused {
        if (part.getContentType().equals(PKCSObjectIdentifiers.data)) {
            return new PKCS12SafeBagFactory(part).getSafeBags();
        }
        if (!part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            throw KeyDerivation.unknown();
        }
        derivation.take(EncryptedData.getInstance(part.getContent()).getEncryptionAlgorithm());
        try {
            return new PKCS12SafeBagFactory(part, KeyDerivation.decryptor(password)).getSafeBags();
        } catch (PKCSException | RuntimeException notOpened) {
            throw notOpened();
        }
    }

    private void take(Object value) throws CertificateRefused {
        switch (value) {
            case X509CertificateHolder certificate -> contents.certificate(encoded(certificate));
            case PKCS8EncryptedPrivateKeyInfo key -> contents.key(opened(key));
            case PrivateKeyInfo key -> contents.key(key);
            default -> {
                // Revocation lists and secrets of applications are no business of ours.
            }
        }
    }

    private PrivateKeyInfo opened(PKCS8EncryptedPrivateKeyInfo key) throws CertificateRefused {
        derivation.take(key.toASN1Structure().getEncryptionAlgorithm());
        try {
            return key.decryptPrivateKeyInfo(KeyDerivation.decryptor(password));
        } catch (PKCSException | RuntimeException notOpened) {
            throw notOpened();
        }
    }

    /** Where a checksum was right the password was too. */
    private CertificateRefused notOpened() {
        return pfx.hasMac() ? KeyDerivation.unknown() : wrong(new String(password).replace("\0", ""));
    }

    private static byte[] encoded(X509CertificateHolder certificate) throws CertificateRefused {
        try {
            return certificate.getEncoded();
        } catch (IOException broken) {
            throw CertificateRefused.data("a certificate in the PFX file is damaged. Export it once more.");
        }
    }
}
