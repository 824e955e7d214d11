package tako.platform.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.EnumNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;

/** {@code TIMED_OUT} is {@code TimedOut} on the wire; a constant that is not in capitals is its own name. */
final class WireEnumNames implements EnumNamingStrategy {
    @Override
    public String convertEnumToExternalName(MapperConfig<?> config, AnnotatedClass type, String constant) {
        if (!constant.equals(constant.toUpperCase(Locale.ROOT))) {
            return constant;
        }
        return Arrays.stream(constant.split("_"))
                .map(WireEnumNames::capitalised)
                .collect(Collectors.joining());
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
