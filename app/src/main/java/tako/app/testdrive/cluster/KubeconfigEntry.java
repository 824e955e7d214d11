package tako.app.testdrive.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tako.app.testdrive.TestDriveRefused;
import tools.jackson.databind.JsonNode;

/**
 * A named cluster, user or context of a kubeconfig.
 *
 * @param title for people: {@code the user 'admin' of the kubeconfig}
 */
record KubeconfigEntry(String title, JsonNode members, KubeconfigFiles files) {
    /** A member's text; empty when it is absent or blank. */
    Optional<String> text(String member) {
        return Optional.of(members.path(member).asString("").strip()).filter(text -> !text.isEmpty());
    }

    /** A member's text. @throws TestDriveRefused when it has none */
    String required(String member) {
        return text(member)
                .orElseThrow(() ->
                        refused("has no " + member + ". Mend it, or choose another context with" + " --context."));
    }

    /** Refuses members that mean something, and that a target of the server cannot have. */
    void refuse(List<String> unusable, String wayOut) {
        unusable.stream().filter(members::hasNonNull).findFirst().ifPresent(member -> {
            throw refused("has the member " + member + ", which a target of this server cannot have. " + wayOut);
        });
    }

    /** PEM that stands in {@code MEMBER-data} in base64, or in the file that {@code MEMBER} names; the former wins. */
    Optional<String> pem(String member) {
        return text(member + "-data")
                .map(base64 -> decoded(member + "-data", base64))
                .or(() -> text(member).map(path -> files.text(member, path)))
                .map(text -> requirePem(member, text));
    }

    /** What is wrong with it, as a sentence. */
    TestDriveRefused refused(String what) {
        return new TestDriveRefused(Character.toUpperCase(title.charAt(0)) + title.substring(1) + " " + what);
    }

    private String decoded(String member, String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            throw refused("has a " + member + " that is no base64. Write the file's content there as base64, or name"
                    + " the file itself.");
        }
    }

    private String requirePem(String member, String text) {
        if (!text.contains("-----BEGIN ")) {
            throw refused("has a " + member + " that is no PEM. It has to hold a line as -----BEGIN CERTIFICATE-----.");
        }
        return text.strip() + "\n";
    }
}
