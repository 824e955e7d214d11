package tako.server.library.certificate;

/** Why a file is refused: what is wrong with it and the way out, in one sentence that begins with the member. */
final class CertificateRefused extends Exception {
    CertificateRefused(String sentence) {
        super(sentence, null, false, false);
    }

    /** The file itself is wrong. */
    static CertificateRefused data(String sentence) {
        return new CertificateRefused("CertificateData: " + sentence);
    }

    /** The password is wrong. */
    static CertificateRefused password(String sentence) {
        return new CertificateRefused("Password: " + sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
