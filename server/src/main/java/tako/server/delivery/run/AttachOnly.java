package tako.server.delivery.run;

import java.util.Optional;
import tako.platform.process.Command;
import tako.platform.process.Executor;

/** The executor of an item that was interrupted and may still run elsewhere: what was started is found again, nothing is started anew. */
final class AttachOnly implements Executor {
    /** The execution is gone. */
    static final class Gone extends RuntimeException {
        Gone() {
            super("The execution was not found any more.", null, false, false);
        }
    }

    private final Executor real;

    AttachOnly(Executor real) {
        this.real = real;
    }

    @Override
    public Execution start(String key, Command command, Output output) {
        return attach(key, 0, output).orElseThrow(Gone::new);
    }

    @Override
    public Optional<Execution> attach(String key, long offset, Output output) {
        return real.attach(key, offset, output);
    }
}
