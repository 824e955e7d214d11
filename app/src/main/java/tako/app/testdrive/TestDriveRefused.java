package tako.app.testdrive;

/** The test drive cannot begin; the message is for people and says what to do. */
public final class TestDriveRefused extends RuntimeException {
    /** @param message for people */
    public TestDriveRefused(String message) {
        super(message, null, false, false);
    }
}
