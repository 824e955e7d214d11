package tako.server.library.certificate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files that were used last, opened: deriving the key of one can take half a second. What stands under a secret's id never
 * changes, so neither does what was read from it. Thread-safe; two threads may open the same file at once.
 */
final class OpenedFiles {
    /** Files kept at most; the one that was not used for longest goes first. */
    static final int MOST = 64;

    private final Map<Secrets, CertificateFile> files = new LinkedHashMap<>(16, 0.75f, true);

    /** The ids of the secrets that hold a file and its password; "" for none. */
    record Secrets(String data, String password) {}

    /** A file, read only if it is not kept. */
    CertificateFile file(Secrets secrets, Supplier<CertificateFile> reading) {
        return kept(secrets).orElseGet(() -> keep(secrets, reading.get()));
    }

    private synchronized Optional<CertificateFile> kept(Secrets secrets) {
        return Optional.ofNullable(files.get(secrets));
    }

    private synchronized CertificateFile keep(Secrets secrets, CertificateFile file) {
        files.put(secrets, file);
        if (files.size() > MOST) {
            files.remove(files.keySet().iterator().next());
        }
        return file;
    }
}
