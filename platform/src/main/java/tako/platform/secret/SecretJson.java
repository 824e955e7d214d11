package tako.platform.secret;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Refuses secrets in JSON: documents hold a secret's id. */
final class SecretJson {
    private static final String REASON = "A secret is never part of JSON; keep it and write its id";

    private SecretJson() {}

    static final class Writing extends ValueSerializer<Secret> {
        @Override
        public void serialize(Secret value, JsonGenerator generator, SerializationContext context) {
            throw DatabindException.from(generator, REASON);
        }
    }

    static final class Reading extends ValueDeserializer<Secret> {
        @Override
        public Secret deserialize(JsonParser parser, DeserializationContext context) {
            throw DatabindException.from(parser, REASON);
        }
    }
}
