package tako.structured.xml;

import javax.xml.namespace.QName;
import javax.xml.xpath.XPathVariableResolver;

/** What is left of the bounds of one rewriting. It is asked at every node that an expression visits, as the value of a variable. */
final class Effort implements XPathVariableResolver {
    /** The variable that is always true, until there is no time left. */
    static final String GUARD = "tako.effort";

    private static final QName GUARD_NAME = new QName(GUARD);

    private final Bounds bounds;
    private long nanos;
    private long characters;
    private long started;

    Effort(Bounds bounds) {
        this.bounds = bounds;
        this.nanos = bounds.time().toNanos();
        this.characters = bounds.growth();
    }

    /** An evaluation begins. */
    void start() {
        started = System.nanoTime();
    }

    /** The evaluation has ended. */
    void stop() {
        nanos -= System.nanoTime() - started;
    }

    boolean hasTime() {
        return nanos > 0;
    }

    /** Whether so many characters may still be put into the document; then they count. */
    boolean grows(long more) {
        characters -= more;
        return characters >= 0;
    }

    String time() {
        return bounds.time().toMillis() + " milliseconds";
    }

    @Override
    public Object resolveVariable(QName name) {
        if (!name.equals(GUARD_NAME)) {
            throw new UnknownVariable();
        }
        if (System.nanoTime() - started > nanos) {
            throw new Exhausted();
        }
        return true;
    }

    /** There is no time left. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("no time left", null, false, false);
        }
    }

    private static final class UnknownVariable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownVariable() {
            super("no such variable", null, false, false);
        }
    }
}
