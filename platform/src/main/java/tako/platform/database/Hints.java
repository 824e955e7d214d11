package tako.platform.database;

/** Where hints go after a commit. */
interface Hints {
    void listen(String channel, Runnable listener);

    void give(String channel);
}
