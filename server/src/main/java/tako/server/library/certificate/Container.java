package tako.server.library.certificate;

/** What the first bytes of a file say it is. */
enum Container {
    PEM,
    PFX,
    CERTIFICATE,
    PKCS7,
    OTHER;

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int LONG_LENGTH = 0x80;

    static Container of(byte[] data) {
        if (PemFile.looksLike(data)) {
            return PEM;
        }
        return (data[0] & 0xff) == SEQUENCE ? ofSequence(data) : OTHER;
    }

    /** By what stands behind the length of the outer sequence: a version, a sequence, or the name of a content. */
    private static Container ofSequence(byte[] data) {
        int length = data.length > 1 ? data[1] & 0xff : 0;
        int first = 2 + (length > LONG_LENGTH ? length - LONG_LENGTH : 0);
        if (first >= data.length) {
            return OTHER;
        }
        return switch (data[first] & 0xff) {
            case INTEGER -> PFX;
            case SEQUENCE -> CERTIFICATE;
            case OBJECT_IDENTIFIER -> PKCS7;
            default -> OTHER;
        };
    }
}
