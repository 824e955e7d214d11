package tako.octostache;

import org.jspecify.annotations.Nullable;

/** What the body of {@code #{each}} sees besides what is around it: the item, and its place as {@code Octopus.Template.Each}. */
record LoopScope(String key, Binding item, int index, int count) implements Binding {
    private static final String OCTOPUS = "OCTOPUS";

    static void refuseReserved(Step.Identifier variable) {
        if (variable.key().equals(OCTOPUS)) {
            throw new EvaluationStopped(new Failure.Unusable("A loop's variable cannot be named \"" + variable.text()
                    + "\": system variables begin so. Choose another."));
        }
    }

    @Override
    public @Nullable Binding child(String name) {
        if (name.equals(key)) {
            return item;
        }
        return name.equals(OCTOPUS) ? new OnlyChild("TEMPLATE", new OnlyChild("EACH", new Place(index, count))) : null;
    }

    private record OnlyChild(String key, Binding child) implements Binding {
        @Override
        public @Nullable Binding child(String name) {
            return name.equals(key) ? child : null;
        }
    }

    private record Place(int index, int count) implements Binding {
        @Override
        public @Nullable Binding child(String name) {
            return switch (name) {
                case "INDEX" -> new Value(Integer.toString(index));
                case "FIRST" -> truth(index == 0);
                case "LAST" -> truth(index == count - 1);
                default -> null;
            };
        }

        private static Value truth(boolean yes) {
            return new Value(yes ? "True" : "False");
        }
    }
}
