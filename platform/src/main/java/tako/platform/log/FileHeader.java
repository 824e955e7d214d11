package tako.platform.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.Arrays;

/** How each file of a log begins: seven letters and the number of the format, one byte. */
final class FileHeader {
    static final int LENGTH = 8;
    private static final byte FORMAT = 1;
    private static final String LETTERS = "TAKOLOG";

    private FileHeader() {}

    static byte[] bytes() {
        byte[] header = Arrays.copyOf(LETTERS.getBytes(US_ASCII), LENGTH);
        header[LENGTH - 1] = FORMAT;
        return header;
    }

    /** @throws LogUnavailable when a newer program wrote the file, or it is no log at all */
    static void check(byte[] file, Path name) {
        if (!Arrays.equals(file, 0, LENGTH - 1, bytes(), 0, LENGTH - 1)) {
            throw new LogUnavailable("The file " + name + " is not a log; restore it from a backup.");
        }
        if (file[LENGTH - 1] != FORMAT) {
            throw new LogUnavailable("The log " + name + " has format " + file[LENGTH - 1]
                    + ", this program reads format " + FORMAT + "; start the version that wrote it, or a newer one.");
        }
    }
}
