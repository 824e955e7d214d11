package tako.server.settings.mail;

import java.util.List;
import java.util.Map;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tools.jackson.databind.node.ObjectNode;

/** The SMTP configuration over HTTP. */
public final class SmtpRoutes {
    private static final String PATH = "/smtpconfiguration";

    private final SmtpConfigurations configurations;

    public SmtpRoutes(SmtpConfigurations configurations) {
        this.configurations = configurations;
    }

    /** Whether mail can be sent. */
    public record IsConfigured(String id, boolean isConfigured, Map<String, String> links) {}

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                Endpoint.get(PATH)
                        .in(Scope.SYSTEM)
                        .needs(SmtpConfigurations.PERMISSION)
                        .summary("How the server sends mail")
                        .answers(SmtpConfiguration.class)
                        .does(call -> Response.ok(configurations.get(call.principal()))),
                Endpoint.put(PATH)
                        .in(Scope.SYSTEM)
                        .needs(SmtpConfigurations.PERMISSION)
                        .summary("Changes how the server sends mail")
                        .answers(SmtpConfiguration.class)
                        .takes(
                                ObjectNode.class,
                                Map.of(
                                        "SmtpHost",
                                        "mail.example.org",
                                        "SmtpPort",
                                        587,
                                        "EnableSsl",
                                        true,
                                        "SendEmailFrom",
                                        "tako@example.org"),
                                call -> Response.ok(configurations.save(call.principal(), call.body()))),
                Endpoint.get(PATH + "/isconfigured")
                        .in(Scope.SYSTEM)
                        .summary("Whether mail can be sent")
                        .answers(IsConfigured.class)
                        .does(call -> Response.ok(new IsConfigured(
                                "smtp-isconfigured",
                                configurations.isConfigured(),
                                Map.of("Self", "/api" + PATH + "/isconfigured")))));
    }
}
