package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a registry reads and keeps.
 *
 * @param folder where its settings and images are
 * @param authority who signed its certificate
 * @param certificate its certificate, and the one that signs tokens
 * @param address where it listens
 */
record RegistryFiles(Path folder, TestAuthority authority, TestAuthority.KeyPairFiles certificate, String address)
        implements AutoCloseable {

    static RegistryFiles make(String address) {
        TestAuthority authority = TestAuthority.named("Registry authority of a test");
        return new RegistryFiles(Folders.temporary("tako-registry-"), authority, authority.server(address), address);
    }

    /** Writes the registry's settings; it takes a free port. */
    Path configuration(RegistryKind kind, Optional<TokenServer> tokens) {
        return write("registry.yml", """
                version: 0.1
                log: {level: info}
                storage:
                  filesystem: {rootdirectory: "%s"}
                  delete: {enabled: true}
                http:
                  addr: "%s:0"
                %s%s""".formatted(
                        folder.resolve("images"), address, kind.isPlain() ? "" : tls(), authentication(kind, tokens)));
    }

    /** A folder with the authority's certificate, as skopeo wants it. */
    Path trusted() {
        write("trusted.crt", authority.certificate());
        return folder;
    }

    private String tls() {
        return "  tls: {certificate: \"%s\", key: \"%s\"}\n".formatted(certificate.certificate(), certificate.key());
    }

    private String authentication(RegistryKind kind, Optional<TokenServer> tokens) {
        return switch (kind) {
            case PLAIN -> "";
            case BASIC ->
                "auth:\n  htpasswd: {realm: test, path: \"%s\"}\n".formatted(write("htpasswd", passwordLine()));
            case TOKENS, ANONYMOUS_TOKENS ->
                "auth:\n  token: {realm: \"%s\", service: \"%s\", issuer: \"%s\", rootcertbundle: \"%s\"}\n"
                        .formatted(
                                tokens.orElseThrow().url(),
                                TokenServer.SERVICE,
                                TokenServer.ISSUER,
                                authority.certificateFile());
        };
    }

    /** The registry takes bcrypt alone; the C library knows it. */
    private static String passwordLine() {
        String hash = Program.of(
                        "perl",
                        "-e",
                        "print crypt($ARGV[0], '$2b$05$' . 'abcdefghijklmnopqrstuu')",
                        TestRegistry.PASSWORD)
                .text();
        return TestRegistry.USER + ":" + hash + "\n";
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        authority.close();
        Folders.delete(folder);
    }
}
