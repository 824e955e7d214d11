package tako.steps.kubernetes.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document, mapping or list that is being read. */
sealed interface YamlFrame {
    /** Takes the next value within it. */
    void take(JsonNode value, Place place);

    /** What it has become. */
    JsonNode node();

    /** A document: one value; null without. */
    final class Document implements YamlFrame {
        private JsonNode node = JsonNodeFactory.instance.nullNode();

        @Override
        public void take(JsonNode value, Place place) {
            node = value;
        }

        @Override
        public JsonNode node() {
            return node;
        }
    }

    /** A list. */
    final class Sequence implements YamlFrame {
        private final ArrayNode node = JsonNodeFactory.instance.arrayNode();

        @Override
        public void take(JsonNode value, Place place) {
            node.add(value);
        }

        @Override
        public JsonNode node() {
            return node;
        }
    }

    /** A mapping: a key, then its value, and so on. */
    final class Mapping implements YamlFrame {
        private final ObjectNode node = JsonNodeFactory.instance.objectNode();
        private final List<ObjectNode> merged = new ArrayList<>();
        private Optional<String> key = Optional.empty();
        private boolean merging;

        /** Whether a key comes next. */
        boolean awaitsKey() {
            return key.isEmpty() && !merging;
        }

        /** The next key. */
        void takeKey(String name, Place place) {
            if (node.has(name)) {
                throw new YamlRefused(
                        place, "the key \"" + name + "\" occurs twice in one mapping. Remove one of the two.");
            }
            key = Optional.of(name);
        }

        /** The next value is not one of its own: it is merged into it. */
        void takeMergeKey() {
            merging = true;
        }

        @Override
        public void take(JsonNode value, Place place) {
            if (merging) {
                merge(value, place);
                merging = false;
                return;
            }
            node.set(key.orElseThrow(), value);
            key = Optional.empty();
        }

        private void merge(JsonNode value, Place place) {
            switch (value) {
                case ObjectNode mapping -> merged.add(mapping);
                case ArrayNode list -> list.forEach(element -> merge(element, place));
                default -> throw new YamlRefused(place, "\"<<\" can merge mappings only, and this is none.");
            }
        }

        /** With what it does not have itself from the merged ones, the first of them first. */
        @Override
        public JsonNode node() {
            for (ObjectNode other : merged) {
                other.properties().forEach(entry -> node.putIfAbsent(entry.getKey(), entry.getValue()));
            }
            merged.clear();
            return node;
        }
    }
}
