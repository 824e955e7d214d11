package tako.platform.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.ext.jdk8.Jdk8OptionalDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.type.ReferenceType;

/** For an {@link Optional} member the empty text means the same as null and as a member that was not sent. */
final class OptionalMembers extends SimpleDeserializers {
    @Override
    public @Nullable ValueDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription.Supplier bean,
            @Nullable TypeDeserializer contentType,
            @Nullable ValueDeserializer<?> content) {
        return type.hasRawClass(Optional.class) ? new Reader(type, null, contentType, content) : null;
    }

    private static final class Reader extends Jdk8OptionalDeserializer {
        private final JavaType full;
        private final @Nullable ValueInstantiator instantiator;

        Reader(
                JavaType full,
                @Nullable ValueInstantiator instantiator,
                @Nullable TypeDeserializer contentType,
                @Nullable ValueDeserializer<?> content) {
            super(full, instantiator, contentType, content);
            this.full = full;
            this.instantiator = instantiator;
        }

        @Override
        public Jdk8OptionalDeserializer withResolved(
                @Nullable TypeDeserializer contentType, @Nullable ValueDeserializer<?> content) {
            return new Reader(full, instantiator, contentType, content);
        }

        @Override
        public Optional<?> referenceValue(@Nullable Object content) {
            return content instanceof String text && text.isEmpty() ? Optional.empty() : super.referenceValue(content);
        }
    }
}
