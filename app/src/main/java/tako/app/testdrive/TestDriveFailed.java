package tako.app.testdrive;

/** The test drive cannot go on; the message names the cause and the way out. What is done stays, and the next start goes on there. */
public final class TestDriveFailed extends RuntimeException {
    /** @param message for people */
    public TestDriveFailed(String message) {
        super(message, null, false, false);
    }
}
