package tako.server.delivery.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import tako.platform.log.Masking;

/** What broke, for the server's own log: messages may quote secrets. */
final class MaskedTrace {
    private MaskedTrace() {}

    static String of(Throwable broken, Masking mask) {
        StringWriter trace = new StringWriter();
        broken.printStackTrace(new PrintWriter(trace, true));
        return mask.mask(trace.toString());
    }
}
