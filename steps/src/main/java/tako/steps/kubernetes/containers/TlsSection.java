package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The certificates of an ingress: secrets that are there already, or made from certificates among the variables. */
final class TlsSection {
    private final Scope scope;
    private final List<Item> certificates;

    TlsSection(Scope scope) {
        this.scope = scope;
        this.certificates = scope.properties().items(Property.INGRESS_TLS, "TLS certificate");
    }

    /** The members of {@code tls}. */
    List<ObjectNode> members() {
        return certificates.stream()
                .map(certificate -> new ObjectDraft()
                        .with("hosts", hosts(certificate))
                        .with("secretName", certificate.field("secretName").node(Format.SUBDOMAIN))
                        .node())
                .toList();
    }

    private static List<JsonNode> hosts(Item certificate) {
        return certificate.field("hosts").parts().stream()
                .flatMap(host -> host.node(Format.HOST).stream())
                .toList();
    }

    /** The secrets that are made. */
    List<Manifest> secrets() {
        return certificates.stream().flatMap(this::secret).toList();
    }

    private Stream<Manifest> secret(Item certificate) {
        Optional<String> variable = certificate.field("certificateVariableName").open();
        if (variable.isEmpty()) {
            return Stream.empty();
        }
        Field secretName = certificate.field("secretName");
        Optional<String> name = secretName.given() ? secretName.of(Format.SUBDOMAIN) : Optional.empty();
        Optional<Text> chain = part(variable.get(), "CertificatePem").map(pem -> chained(pem, variable.get()));
        Optional<Text> key = part(variable.get(), "PrivateKeyPem");
        if (chain.isEmpty() || key.isEmpty()) {
            scope.problems()
                    .add("The " + certificate.where() + " names the variable \"" + variable.get()
                            + "\", which is no certificate with a private key here. Name a certificate variable, or give it a"
                            + " value for this environment.");
            return Stream.empty();
        }
        return name.map(text -> manifest(text, chain.get(), key.get())).stream();
    }

    private Optional<Text> part(String variable, String member) {
        return scope.properties().texts().variable(variable + "." + member).filter(text -> !text.isBlank());
    }

    private Text chained(Text pem, String variable) {
        String chain = part(variable, "ChainPem").map(Text::clear).orElse("");
        return chain.isEmpty() ? pem : Text.secret(pem.clear().stripTrailing() + "\n" + chain);
    }

    private Manifest manifest(String name, Text certificate, Text key) {
        ObjectNode data = new ObjectDraft()
                .with("tls.crt", DataSection.secret(certificate.clear()))
                .with("tls.key", DataSection.secret(key.clear()))
                .node();
        return Leaf.manifest(scope.object("v1", "Secret", name, JsonNodeFactory.instance.objectNode())
                .with("type", "kubernetes.io/tls")
                .with("data", data)
                .node());
    }
}
