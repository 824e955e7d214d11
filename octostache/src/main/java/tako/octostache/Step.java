package tako.octostache;

/** One step of the path that a symbol walks through the variables. */
sealed interface Step {

    /** The name or index that it steps to; empty if that is still to be looked up. */
    String text();

    /**
     * Whether this is the same step at the same place. A symbol met again while it is being resolved is a loop only if all its steps
     * are: a JSON value may well refer to another part of itself by the same names further on.
     */
    boolean isSameAs(Step other);

    /** A dotted part. */
    record Identifier(String text, String key, Position position) implements Step {
        static Identifier of(String text, Position position) {
            return new Identifier(text, Characters.fold(text), position);
        }

        @Override
        public boolean isSameAs(Step other) {
            return other instanceof Identifier that && position.equals(that.position) && text.equals(that.text);
        }
    }

    /** An index in brackets, written or looked up. */
    record Index(String text, String key, Position position) implements Step {
        static Index of(String text, Position position) {
            return new Index(text, Characters.fold(text), position);
        }

        @Override
        public boolean isSameAs(Step other) {
            return other instanceof Index that && position.equals(that.position) && text.equals(that.text);
        }
    }

    /** An index in brackets that is itself the value of a symbol: {@code [#{Name}]}. */
    record Lookup(Symbol symbol) implements Step {
        @Override
        public String text() {
            return "";
        }

        /** Only itself: two lookups that lead nowhere may lead somewhere else each. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean isSameAs(Step other) {
            return this == other;
        }
    }
}
