package tako.app.wiring;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Route;
import tako.platform.task.TaskHandler;
import tako.server.infrastructure.account.Account;
import tako.server.infrastructure.account.AccountRoutes;
import tako.server.infrastructure.account.AccountUse;
import tako.server.infrastructure.account.AccountVault;
import tako.server.infrastructure.account.Accounts;
import tako.server.library.certificate.CertificateExpiryTask;
import tako.server.library.certificate.CertificateExport;
import tako.server.library.certificate.CertificateExports;
import tako.server.library.certificate.CertificateKind;
import tako.server.library.certificate.CertificateRoutes;
import tako.server.library.certificate.CertificateUsages;
import tako.server.library.certificate.CertificateVault;
import tako.server.library.certificate.Certificates;
import tako.server.projects.variable.EndpointVariables;
import tako.server.projects.variable.ReferenceMembers;
import tako.server.projects.variable.TargetVariables;
import tako.server.resource.Documents;
import tako.server.resource.Usages;

/** What one signs in with elsewhere: certificates and accounts, and how targets use them. */
final class CredentialParts {
    final TargetVariables targets;
    final ReferenceMembers members;
    final TaskHandler expiry;
    private final List<Route<?>> routes;

    CredentialParts(Base base, Foundation foundation) {
        var engine = foundation.engine;
        var usages = new Usages(engine);
        var documents = new Documents<>(CertificateKind.KIND, engine);
        var export = new CertificateExport(base.random());
        var vault = new CertificateVault(documents, foundation.secrets::open, export);
        var certificates = new Certificates(engine, documents, vault);
        Documents<Account> accounts = new Documents<>(Accounts.KIND, engine);
        var accountVault = new AccountVault(accounts, foundation.secrets::open);
        this.targets = new EndpointVariables(vault, accountVault);
        this.members = new ReferenceMembers(vault, accountVault);
        this.expiry = new CertificateExpiryTask(engine, documents);
        this.routes = Stream.of(
                        new CertificateRoutes(
                                        certificates,
                                        new CertificateExports(engine, documents, vault, export),
                                        new CertificateUsages(certificates, usages))
                                .routes(),
                        new AccountRoutes(accounts, new AccountUse(engine, accounts, accountVault, usages)).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    List<Route<?>> routes() {
        return routes;
    }
}
