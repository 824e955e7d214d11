package tako.server.infrastructure.machine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where files of this machine may lie that a target names: in the folders in which a cluster gives a pod its secrets. Whoever names
 * a file also names the address that its content is sent to, so no other file may be named. Pure.
 */
public final class MountedSecrets {
    /** The folders; the second one is where the first one leads to on most systems. */
    public static final List<Path> FOLDERS = List.of(Path.of("/var/run/secrets"), Path.of("/run/secrets"));

    private MountedSecrets() {}

    /** Whether a path leads below one of the folders. Symbolic links are not looked at. */
    public static boolean hold(String path) {
        try {
            Path plain = Path.of(path).normalize();
            return FOLDERS.stream().anyMatch(folder -> plain.startsWith(folder) && !plain.equals(folder));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
