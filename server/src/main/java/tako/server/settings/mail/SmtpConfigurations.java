package tako.server.settings.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.SecretReader;
import tako.server.resource.SensitiveMember;
import tako.server.resource.SensitiveValues;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.SmtpCredentials;
import tako.server.settings.mail.smtp.SmtpServer;
import tools.jackson.databind.node.ObjectNode;

/** The one SMTP configuration of the server. */
public final class SmtpConfigurations {
    static final String PERMISSION = "ConfigureServer";
    static final String ID = "smtpconfiguration";
    private static final String KIND = "SmtpConfiguration";
    private static final String DETAILS = "Details";

    private final Engine engine;
    private final SecretReader secrets;
    private final WaitingMails waiting;
    private final SmtpForm form;

    /** @param waiting mails that go at once when the configuration has changed */
    public SmtpConfigurations(Engine engine, SecretReader secrets, WaitingMails waiting) {
        this.engine = engine;
        this.secrets = secrets;
        this.waiting = waiting;
        this.form = new SmtpForm(engine.mapper());
    }

    /** The configuration as clients read it. */
    public ObjectNode get(Principal who) {
        engine.permissions().require(who, PERMISSION, "");
        return engine.database().read(view -> present(stored(view)));
    }

    /** Whether mail can be sent; anybody who is signed in may know. */
    public boolean isConfigured() {
        return engine.database()
                .read(view -> form.typed(stored(view)).obstacle().isEmpty());
    }

    /** Replaces it; what is sent unchanged changes nothing. @throws Problem 400 naming what cannot be */
    public ObjectNode save(Principal who, ObjectNode body) {
        engine.permissions().require(who, PERMISSION, "");
        ObjectNode wanted = form.normal(body);
        List<String> problems = SmtpRules.problems(form.typed(wanted));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return engine.database().write(tx -> present(replace(tx, who, wanted)));
    }

    private ObjectNode replace(Tx tx, Principal who, ObjectNode wanted) {
        ObjectNode before = stored(tx);
        if (form.keepsSecret(before, wanted)) {
            SmtpRules.moved(form.typed(before), form.typed(wanted)).ifPresent(sentence -> {
                throw Problem.invalid(sentence);
            });
        }
        ObjectNode after = (ObjectNode) SensitiveValues.store(
                wanted, Optional.of(before), clear -> engine.secrets().keep(tx, clear));
        if (after.equals(before)) {
            return before;
        }
        SmtpRows.write(tx, engine.mapper().writeValueAsString(after));
        waiting.wake(tx);
        engine.audit()
                .record(
                        tx,
                        who,
                        new AuditLog.Entry(
                                "Modified",
                                "",
                                "The SMTP configuration was modified",
                                List.of(ID),
                                Optional.of(before),
                                Optional.of(after)));
        tx.afterCommit(() -> engine.notices().changed(KIND, "", ID));
        return after;
    }

    /** By what mail is sent now; opens its secret. */
    SmtpChoice choice(View view) {
        ObjectNode json = stored(view);
        SmtpConfiguration configuration = form.typed(json);
        Optional<MailAddress> from = MailAddress.parse(configuration.sendEmailFrom());
        return configuration
                .obstacle()
                .<SmtpChoice>map(SmtpChoice.Unusable::new)
                .orElseGet(() -> new SmtpChoice.Usable(server(view, configuration, json), from.orElseThrow()));
    }

    private SmtpServer server(View view, SmtpConfiguration configuration, ObjectNode json) {
        return new SmtpServer(
                configuration.smtpHost(),
                configuration.smtpPort(),
                configuration.protection(),
                credentials(view, configuration.details(), json),
                configuration.trustedCertificates(),
                configuration.limit());
    }

    private SmtpCredentials credentials(View view, SmtpDetails details, ObjectNode json) {
        CredentialType type = CredentialType.named(details.credentialType()).orElse(CredentialType.NONE);
        return switch (type) {
            case USERNAME_PASSWORD -> new SmtpCredentials.Password(details.smtpLogin(), secret(view, json, type));
            case ACCESS_TOKEN -> new SmtpCredentials.AccessToken(details.smtpLogin(), secret(view, json, type));
            case NONE, GOOGLE, MICROSOFT, AZURE -> new SmtpCredentials.Nobody();
        };
    }

    private Secret secret(View view, ObjectNode json, CredentialType type) {
        return json.get(DETAILS) instanceof ObjectNode details
                ? SensitiveMember.secretId(details, type.secret())
                        .map(id -> secrets.open(view, id))
                        .orElse(Secret.of(""))
                : Secret.of("");
    }

    private ObjectNode stored(View view) {
        return SmtpRows.read(view)
                .map(json -> (ObjectNode) engine.mapper().readTree(json))
                .orElseGet(() -> form.normal(engine.mapper().createObjectNode()));
    }

    /** What older clients look for stands beside what newer ones do. */
    private ObjectNode present(ObjectNode stored) {
        ObjectNode json = (ObjectNode) SensitiveValues.mask(stored);
        json.put("Id", ID);
        if (json.get(DETAILS) instanceof ObjectNode details && details.has(CredentialType.USERNAME_PASSWORD.secret())) {
            json.set("SmtpLogin", details.get("SmtpLogin"));
            json.set("SmtpPassword", details.get(CredentialType.USERNAME_PASSWORD.secret()));
        }
        json.set(
                "Links",
                engine.mapper()
                        .valueToTree(Map.of(
                                "Self",
                                "/api/smtpconfiguration",
                                "IsConfigured",
                                "/api/smtpconfiguration/isconfigured")));
        return json;
    }
}
