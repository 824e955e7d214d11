package tako.app.wiring;

import java.util.Collection;
import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Questions;

/** For as long as there is nobody to ask: nothing in the catalogue of steps asks. */
final class NoQuestions implements Questions {
    @Override
    public Asked ask(Tx tx, Asking asking) {
        throw new IllegalStateException("Nobody can be asked");
    }

    @Override
    public Map<String, Decision> decisions(View view, Collection<String> ids) {
        return Map.of();
    }

    @Override
    public void expire(Tx tx, Collection<String> ids) {
        // There are none.
    }

    @Override
    public void withdraw(Tx tx, String task) {
        // There are none.
    }
}
