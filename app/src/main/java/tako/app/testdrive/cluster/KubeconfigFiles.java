package tako.app.testdrive.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tako.app.testdrive.TestDriveRefused;

/**
 * The files that a kubeconfig names, relative to its own folder; none is longer than 1 MiB.
 *
 * @param folder where the kubeconfig lies
 */
record KubeconfigFiles(Path folder) {
    private static final int LONGEST = 1 << 20;

    /**
     * A file's text.
     *
     * @param what what it is, for people: {@code kubeconfig}
     * @throws TestDriveRefused when it cannot be read
     */
    String text(String what, String path) {
        Path file = folder.resolve(path);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new TestDriveRefused("The " + what + " " + file + " is longer than 1 MiB, so it is none.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new TestDriveRefused("The " + what + " " + file + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + "). Give the path of one that you may read.");
        }
    }
}
