package tako.steps.kubernetes.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tako.steps.kubernetes.cluster.ClusterAccess.Identity;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/** What each request says about who asks. A token's file is read each time: the cluster renews it. */
final class Authorization {
    private final Identity identity;

    Authorization(Identity identity) {
        this.identity = identity;
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

    private static String read(Path file) {
        try {
            var token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw unusable(
                        "The pod service account's token file " + file + " is empty. Correct the path in the target.");
            }
            return token;
        } catch (NoSuchFileException e) {
            throw unusable("The pod service account's token file " + file
                    + " does not exist on the server. Correct the path in the target, or use another authentication.");
        } catch (IOException e) {
            throw unusable("The pod service account's token file " + file + " cannot be read (" + e.getMessage()
                    + "). Let this server's user read it.");
        }
    }

    private static ClusterException unusable(String sentence) {
        return new ClusterException(new ClusterFailure(Reason.OTHER, sentence));
    }
}
