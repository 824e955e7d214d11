package tako.server.library.certificate;

/** What came of reading a file. */
sealed interface CertificateReading {
    /** It could be read. */
    record Read(CertificateFile file) implements CertificateReading {}

    /**
     * It could not.
     *
     * @param sentence what is wrong and the way out; begins with the member
     */
    record Refused(String sentence) implements CertificateReading {}
}
