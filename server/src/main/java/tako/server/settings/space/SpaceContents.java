package tako.server.settings.space;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** What a feature keeps of a space, which goes when the space is deleted: features provide it, joined where the program is wired. */
@FunctionalInterface
public interface SpaceContents {
    /** Deletes all of it, in the transaction that deletes the space. */
    void clear(Tx tx, String space);

    /** Why the space cannot be deleted yet, each a sentence with the way out; empty when nothing stands against it. */
    default List<String> obstacles(View view, String space) {
        return List.of();
    }

    /** Rows of tables, deleted by these statements in this order; each finds its rows by {@code :space}. */
    static SpaceContents rows(String... deletions) {
        List<String> statements = List.of(deletions);
        return (tx, space) -> statements.forEach(
                statement -> tx.update(statement).bind("space", space).execute());
    }
}
