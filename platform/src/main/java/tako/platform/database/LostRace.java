package tako.platform.database;

/** Another transaction got in between; nothing was stored, and the body may run again. Never leaves this package. */
final class LostRace extends RuntimeException {
    LostRace(Throwable cause) {
        super(cause);
    }
}
