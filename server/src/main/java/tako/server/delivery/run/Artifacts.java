package tako.server.delivery.run;

import tako.platform.blob.Blobs.Blob;
import tako.platform.database.Tx;

/** The rows of files that tasks have kept. */
final class Artifacts {
    private Artifacts() {}

    /** Records a file whose content is kept; answers its id. */
    static String add(Tx tx, String task, String node, String name, Blob content, long now) {
        long number = tx.next("Artifacts");
        String id = "Artifacts-" + number;
        tx.update("""
                        insert into artifact (id, number, task, item, name, hash, size, created_at)
                        values (:id, :number, :task, :item, :name, :hash, :size, :now)""")
                .bind("id", id)
                .bind("number", number)
                .bind("task", task)
                .bind("item", node)
                .bind("name", name)
                .bind("hash", content.hash())
                .bind("size", content.size())
                .bind("now", now)
                .execute();
        return id;
    }
}
