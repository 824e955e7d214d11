package tako.server.library.certificate;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.secret.Secret;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.SensitiveMember;
import tools.jackson.databind.node.ObjectNode;

/** Certificates over HTTP. */
public final class CertificateRoutes {
    private static final String VIEW = "CertificateView";
    private static final String EDIT = "CertificateEdit";

    private final Certificates certificates;
    private final CertificateExports exports;
    private final CertificateUsages usages;

    public CertificateRoutes(Certificates certificates, CertificateExports exports, CertificateUsages usages) {
        this.certificates = certificates;
        this.exports = exports;
        this.usages = usages;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(
                        DocumentRoutes.of(certificates).all().stream(),
                        Stream.of(archive(), unarchive(), replace(), export(), usages()))
                .toList();
    }

    private Route<?> archive() {
        return Endpoint.post("/certificates/{id}/archive")
                .needs(EDIT)
                .summary("Puts a certificate away")
                .answers(Certificate.class)
                .does(call -> Response.ok(
                        certificates.present(certificates.archive(call.principal(), call.space(), call.path("id")))));
    }

    private Route<?> unarchive() {
        return Endpoint.post("/certificates/{id}/unarchive")
                .needs(EDIT)
                .summary("Takes a certificate back into use")
                .answers(Certificate.class)
                .does(call -> Response.ok(
                        certificates.present(certificates.unarchive(call.principal(), call.space(), call.path("id")))));
    }

    private Route<?> replace() {
        return Endpoint.post("/certificates/{id}/replace")
                .needs(EDIT)
                .summary("Gives a certificate new data; its id stays, the old data is archived under another one")
                .answers(Certificate.class)
                .takes(
                        ObjectNode.class,
                        Map.of("CertificateData", CertificateKind.EXAMPLE, "Password", ""),
                        this::replaced);
    }

    private Response replaced(Call<ObjectNode> call) {
        String data = SensitiveMember.newValue(call.body(), Upload.DATA)
                .orElseThrow(() ->
                        Problem.invalid("CertificateData: send the bytes of the new file as base64 in this member."));
        Secret password =
                Secret.of(SensitiveMember.newValue(call.body(), Upload.PASSWORD).orElse(""));
        return Response.ok(certificates.present(
                certificates.replace(call.principal(), call.space(), call.path("id"), data, password)));
    }

    private Route<?> export() {
        return Endpoint.get("/certificates/{id}/export")
                .needs(VIEW)
                .query("format", "password", "includePrivateKey", "pemOptions")
                .summary("Gives a certificate out as a file; with its private key for those who may")
                .does(this::exported);
    }

    private Response exported(Call<Void> call) {
        var wish = new CertificateExports.Wish(
                call.query("format"),
                Secret.of(call.query("password").orElse("")),
                call.query("includePrivateKey").filter("true"::equalsIgnoreCase).isPresent(),
                call.query("pemOptions"));
        ExportedFile file = exports.of(call.principal(), call.space(), call.path("id"), wish);
        return new Response.Bytes(
                file.mediaType(),
                file.content().length,
                new ByteArrayInputStream(file.content()),
                List.of(new Response.Header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")));
    }

    private Route<?> usages() {
        return Endpoint.get("/certificates/{id}/usages")
                .needs(VIEW)
                .summary("What uses a certificate")
                .answers(CertificateUsage.class)
                .does(call -> Response.ok(usages.of(call.principal(), call.space(), call.path("id"))));
    }
}
