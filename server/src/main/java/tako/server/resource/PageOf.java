package tako.server.resource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import tako.platform.http.Page;

/** The type of a page of some items, for what routes say they answer. */
public record PageOf(Type item) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
        return new Type[] {item};
    }

    @Override
    public Type getRawType() {
        return Page.class;
    }

    @Override
    @SuppressWarnings("NullAway") // the interface says null where a type is not nested
    public Type getOwnerType() {
        return null;
    }
}
