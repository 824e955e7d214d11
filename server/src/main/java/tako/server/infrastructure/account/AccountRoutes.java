package tako.server.infrastructure.account;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Accounts over HTTP. */
public final class AccountRoutes {
    private static final String VIEW = "AccountView";

    private final DocumentService<Account> accounts;
    private final AccountUse use;

    public AccountRoutes(DocumentService<Account> accounts, AccountUse use) {
        this.accounts = accounts;
        this.use = use;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return Stream.concat(DocumentRoutes.of(accounts).all().stream(), Stream.of(usages(), publicKey(), verify()))
                .toList();
    }

    private Route<?> usages() {
        return Endpoint.get("/accounts/{id}/usages")
                .needs(VIEW)
                .summary("What uses an account")
                .answers(AccountUsage.class)
                .does(call -> Response.ok(use.usages(call.principal(), call.space(), call.path("id"))));
    }

    private Route<?> publicKey() {
        return Endpoint.get("/accounts/{id}/pk")
                .needs(VIEW)
                .summary("The public key of an SSH account")
                .does(call -> new Response.Text(
                        200, "text/plain", use.publicKey(call.principal(), call.space(), call.path("id")), List.of()));
    }

    private Route<?> verify() {
        return Endpoint.post("/accounts/{id}/verify")
                .needs(VIEW)
                .summary("Says whether an account works, as far as that can be told by itself")
                .answers(AccountUse.Finding.class)
                .does(call -> Response.ok(use.verify(call.principal(), call.space(), call.path("id"))));
    }
}
