package tako.e2e.transcript;

/** The server's state around a recording: it makes each call legal. */
interface Scene {
    /** What the recorded words are called here. */
    Names names();

    /** Told before each call that is replayed, in order. */
    void before(RecordedCall call);
}
