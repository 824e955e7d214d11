package tako.steps.kubernetes.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/** What each request says about who asks. A token's file is read each time: the cluster renews it. */
final class Authorization {
    private static final String TOKEN_FILE = "The pod service account's token file";

    private final Identity identity;
    private final MountedFiles files;

    Authorization(Identity identity, MountedFiles files) {
        this.identity = identity;
        this.files = files;
    }

    /** The header's value; empty if a certificate says it all. */
    Optional<String> header() {
        return switch (identity) {
            case Identity.ClientCertificate _ -> Optional.empty();
            case Identity.Token(var token) ->
                Optional.of("Bearer " + token.reveal().strip());
            case Identity.TokenFile(Path file) -> Optional.of("Bearer " + read(file));
            case Identity.UsernamePassword(String username, var password) ->
                Optional.of("Basic "
                        + Base64.getEncoder().encodeToString((username + ":" + password.reveal()).getBytes(UTF_8)));
        };
    }

    private String read(Path file) {
        var token = files.read(file, TOKEN_FILE).strip();
        if (token.isEmpty() || token.chars().anyMatch(Character::isISOControl)) {
            throw new ClusterException(new ClusterFailure(
                    Reason.OTHER, TOKEN_FILE + " " + file + " holds no token. Correct the path in the target."));
        }
        return token;
    }
}
