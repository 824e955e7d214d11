package tako.bench.writes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tako.platform.database.Database;

/**
 * Counts the commits of an open SQLite database from outside: the header of the write-ahead log's index holds a number that each
 * commit raises. Close it only after the database: closing any handle of that file drops the locks that this process has on it.
 */
final class SqliteCommits implements AutoCloseable {
    /** Where the number stands, 32 bits in the machine's order. */
    private static final int POSITION = 8;

    private final FileChannel index;

    private SqliteCommits(FileChannel index) {
        this.index = index;
    }

    /**
     * Of an open database, which is changed once first: only then is there an index.
     *
     * @param file the database's
     */
    static SqliteCommits of(Database database, Path file) throws IOException {
        database.write(tx -> tx.next("Bench"));
        Path index = file.resolveSibling(file.getFileName() + "-shm");
        return new SqliteCommits(FileChannel.open(index, StandardOpenOption.READ));
    }

    /** Rises by one with each commit. */
    long count() throws IOException {
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        if (index.read(number, POSITION) != Integer.BYTES) {
            throw new IOException("The index of the write-ahead log is too short");
        }
        return Integer.toUnsignedLong(number.getInt(0));
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
