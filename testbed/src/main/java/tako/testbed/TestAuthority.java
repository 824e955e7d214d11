package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A certificate authority of one test, that nobody else trusts. Its keys are files which go when it is closed. */
public final class TestAuthority implements AutoCloseable {
    private final Path folder;

    /**
     * A certificate and its key.
     *
     * @param certificate a PEM file
     * @param key a PEM file in PKCS#8
     */
    public record KeyPairFiles(Path certificate, Path key) {}

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** A new authority whose certificate has this common name. */
    public static TestAuthority named(String name) {
        var authority = new TestAuthority(Folders.temporary("tako-authority-"));
        authority.openssl(
                "req -x509 -newkey rsa:2048 -nodes -days 30 -keyout ca.key -out ca.crt -addext keyUsage=critical,keyCertSign",
                "-subj",
                "/CN=" + name);
        return authority;
    }

    /** Its own certificate, a PEM file. */
    public Path certificateFile() {
        return folder.resolve("ca.crt");
    }

    /** Its own certificate, in PEM. */
    public String certificate() {
        try {
            return Files.readString(certificateFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A server's certificate for an IP address, signed by this authority. */
    public KeyPairFiles server(String address) {
        openssl(
                "req -x509 -newkey rsa:2048 -nodes -days 30 -CA ca.crt -CAkey ca.key"
                        + " -addext basicConstraints=critical,CA:FALSE -addext extendedKeyUsage=serverAuth",
                "-keyout",
                address + ".key",
                "-out",
                address + ".crt",
                "-subj",
                "/CN=" + address,
                "-addext",
                "subjectAltName=IP:" + address);
        return new KeyPairFiles(folder.resolve(address + ".crt"), folder.resolve(address + ".key"));
    }

    private void openssl(String words, String... more) {
        List<String> command = Stream.of(Stream.of("openssl"), Stream.of(words.split(" ")), Stream.of(more))
                .flatMap(part -> part)
                .toList();
        Program.of(command.toArray(String[]::new)).in(folder).bytes();
    }

    @Override
    public void close() {
        Folders.delete(folder);
    }
}
