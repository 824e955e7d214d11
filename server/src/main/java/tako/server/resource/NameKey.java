package tako.server.resource;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names are compared: trimmed, compatibility-composed, without regard to case. */
public final class NameKey {
    private NameKey() {}

    /** The key of a name; equal keys mean the same name. */
    public static String of(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
