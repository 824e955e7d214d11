package tako.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Files by the hash of their content: packages, artifacts, archives. Writing the same content twice keeps it once. */
public interface Blobs {
    /**
     * Keeps a content; when this returns it is durable.
     *
     * @throws IOException when it cannot be read, or there is no room
     */
    Blob put(InputStream content) throws IOException;

    /** Opens a content by its hash; the caller closes it. */
    Optional<InputStream> open(String hash) throws IOException;

    /** Forgets a content; forgetting an unknown one does nothing. */
    void remove(String hash) throws IOException;

    /**
     * A kept content.
     *
     * @param hash SHA-256, 64 hexadecimal digits
     * @param size in bytes
     */
    record Blob(String hash, long size) {}
}
