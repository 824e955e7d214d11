package tako.steps.kubernetes.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tako.server.infrastructure.machine.MountedSecrets;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/**
 * Reads small files of this machine that a target names, below some folders only, wherever symbolic links lead.
 *
 * @param folders those below which files may lie
 */
record MountedFiles(List<Path> folders) {
    /** Bytes of a file at most. */
    static final int LONGEST = 64 * 1024;

    /** Those that a cluster gives to the pod that the server runs in. */
    static MountedFiles ofPod() {
        return new MountedFiles(MountedSecrets.FOLDERS);
    }

    /**
     * The text of a file. Throws {@link ClusterException} when there is none that may be read.
     *
     * @param what what the file is, as a sentence begins with it
     */
    String read(Path file, String what) {
        try {
            Path real = file.toRealPath();
            if (!isBelow(real)) {
                throw unusable(what + " " + file + " does not lie below " + folders.getFirst()
                        + ", and this server reads no other file for a target. Correct the path in the target.");
            }
            return small(real, what + " " + file);
        } catch (NoSuchFileException e) {
            throw unusable(what + " " + file + " does not exist on the server. Correct the path in the target.");
        } catch (IOException e) {
            throw unusable(
                    what + " " + file + " cannot be read (" + e.getMessage() + "). Let this server's user read it.");
        }
    }

    private boolean isBelow(Path real) {
        return folders.stream().filter(Files::exists).anyMatch(folder -> real.startsWith(realOf(folder)));
    }

    private static Path realOf(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException gone) {
            return folder;
        }
    }

    private static String small(Path real, String what) throws IOException {
        if (!Files.isRegularFile(real)) {
            throw unusable(what + " is no file. Correct the path in the target.");
        }
        try (var input = Files.newInputStream(real)) {
            byte[] bytes = input.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw unusable(what + " is longer than " + LONGEST / 1024 + " KiB. Correct the path in the target.");
            }
            return new String(bytes, UTF_8);
        }
    }

    private static ClusterException unusable(String sentence) {
        return new ClusterException(new ClusterFailure(Reason.OTHER, sentence));
    }
}
