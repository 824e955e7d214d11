package tako.platform.secret;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A password's hash with everything needed to compute it again, in the PHC string format. */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Argon2Hash(Argon2Cost cost, byte[] salt, byte[] hash) {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,3}),p=(\\d{1,3})\\$([\\w+/]{11,86})\\$([\\w+/]{22,86})");

    String encoded() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /** Empty when the text is no such hash, or one that asks for more than is bearable. */
    static Optional<Argon2Hash> parse(String encoded) {
        var form = FORM.matcher(encoded);
        if (!form.matches()) {
            return Optional.empty();
        }
        var cost = new Argon2Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        if (!cost.bearable()) {
            return Optional.empty();
        }
        try {
            var base64 = Base64.getDecoder();
            return Optional.of(new Argon2Hash(cost, base64.decode(form.group(4)), base64.decode(form.group(5))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
