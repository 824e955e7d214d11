package tako.server.library.certificate;

/** A file that is given out. */
final class ExportedFile {
    private final String name;
    private final String mediaType;
    private final byte[] content;

    ExportedFile(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    /** {@code web.pem}: letters, digits and dashes, and the ending of its format. */
    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content.clone();
    }
}
