package tako.app.testdrive.mail;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Mails in a folder, a file each, numbered in the order in which they came. Of very many the oldest are deleted. One process may put mails
 * into it while others read.
 */
public final class Mailbox {
    private static final String ENDING = ".eml";
    private static final int KEPT = 500;

    private final Path folder;

    /** @param folder made with the first mail */
    public Mailbox(Path folder) {
        this.folder = folder;
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** The mails whose number is greater, the oldest first. */
    public List<CaughtMail> after(int number) {
        return numbers()
                .filter(one -> one > number)
                .mapToObj(this::mail)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The number of the newest mail; 0 when there is none. */
    public int newest() {
        return numbers().max().orElse(0);
    }

    /** Keeps a mail: when this returns, a reader sees all of it, and so does one after a crash. */
    synchronized int keep(byte[] mail) throws IOException {
        Files.createDirectories(folder);
        int number = newest() + 1;
        Path draft = Files.createTempFile(folder, "mail", ".tmp");
        try (var file = new FileOutputStream(draft.toFile())) {
            file.write(mail);
            file.getFD().sync();
        }
        Files.move(draft, file(number), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(file(number - KEPT));
        return number;
    }

    private Optional<CaughtMail> mail(int number) {
        try {
            return Optional.of(CaughtMail.read(number, new ByteArrayInputStream(Files.readAllBytes(file(number)))));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The mail " + file(number) + " cannot be read", e);
        }
    }

    private Path file(int number) {
        return folder.resolve("%06d%s".formatted(number, ENDING));
    }

    private IntStream numbers() {
        try (Stream<Path> files = Files.list(folder)) {
            int[] numbers = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+\\" + ENDING))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - ENDING.length())))
                    .sorted()
                    .toArray();
            return IntStream.of(numbers);
        } catch (NoSuchFileException none) {
            return IntStream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of mails " + folder + " cannot be read", e);
        }
    }
}
