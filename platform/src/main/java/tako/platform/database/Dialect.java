package tako.platform.database;

/** The database in use; the handful of statements that differ are chosen by an exhaustive switch over it. */
public enum Dialect {
    SQLITE,
    POSTGRESQL
}
