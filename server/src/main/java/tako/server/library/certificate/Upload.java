package tako.server.library.certificate;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.resource.Members;
import tako.server.resource.SensitiveMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A file that somebody sent, read: its data and password as they are kept, and what they say. */
final class Upload {
    static final String DATA = "CertificateData";
    static final String PASSWORD = "Password";

    private static final List<String> FACTS = Stream.of(CertificateFacts.class.getRecordComponents())
            .map(component -> capitalised(component.getName()))
            .toList();

    private final String data;
    private final Secret password;
    private final CertificateFacts facts;

    private Upload(String data, Secret password, CertificateFacts facts) {
        this.data = data;
        this.password = password;
        this.facts = facts;
    }

    /**
     * Reads a file.
     *
     * @param data the file in base64
     * @throws Problem 400 saying what is wrong with it
     */
    static Upload of(String data, Secret password) {
        return switch (CertificateParser.parse(bytes(data), password)) {
            case CertificateReading.Refused(String sentence) -> throw Problem.invalid(sentence);
            case CertificateReading.Read(CertificateFile file) -> new Upload(data, password, CertificateFacts.of(file));
        };
    }

    /** Puts the file and what it says into a document. */
    void into(ObjectNode json, JsonMapper mapper) {
        SensitiveMember.set(json, DATA, data);
        if (password.reveal().isEmpty()) {
            SensitiveMember.keep(json, PASSWORD, false);
        } else {
            SensitiveMember.set(json, PASSWORD, password.reveal());
        }
        FACTS.forEach(name -> Members.remove(json, name));
        json.setAll((ObjectNode) mapper.valueToTree(facts));
    }

    /** Leaves a document the file that it had, and what that says. */
    static void keep(ObjectNode json, ObjectNode before) {
        SensitiveMember.keep(json, DATA, SensitiveMember.hasValue(before, DATA));
        SensitiveMember.keep(json, PASSWORD, SensitiveMember.hasValue(before, PASSWORD));
        FACTS.forEach(name -> {
            Members.remove(json, name);
            json.set(name, before.path(name));
        });
    }

    /** The bytes of a base64 text, which may have line breaks. */
    static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException odd) {
            throw Problem.invalid("CertificateData: this is no base64. Send the bytes of the file as base64, e.g. what"
                    + " `base64 FILE` prints.");
        }
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
