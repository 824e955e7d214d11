package tako.platform.database;

import java.util.List;

/** A small table for the contracts of the database. */
final class Items {
    private Items() {}

    static void createTable(Database database) {
        database.change(tx -> tx.update("create table item (name text primary key, amount bigint not null)")
                .execute());
    }

    static void put(Database database, String name, long amount) {
        database.change(tx -> insert(tx, name, amount));
    }

    static void insert(Tx tx, String name, long amount) {
        tx.update("insert into item (name, amount) values (:name, :amount)")
                .bind("name", name)
                .bind("amount", amount)
                .execute();
    }

    static void set(Tx tx, String name, long amount) {
        tx.update("update item set amount = :amount where name = :name")
                .bind("name", name)
                .bind("amount", amount)
                .execute();
    }

    static long amount(Database database, String name) {
        return database.read(view -> amount(view, name));
    }

    static long amount(View view, String name) {
        return view.query("select amount from item where name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .one();
    }

    static List<String> names(Database database) {
        return database.read(Items::names);
    }

    static List<String> names(View view) {
        return view.query("select name from item order by name")
                .mapTo(String.class)
                .list();
    }
}
