package tako.server.infrastructure.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.server.resource.Kind;
import tako.server.resource.SensitiveMember;

/** Web proxies. */
public final class Proxies {
    /** The descriptor. */
    public static final Kind<Proxy> KIND = Kind.of(Proxy.class, "Proxy", "Proxies", "proxy")
            .names(new Kind.Names(200, true, false))
            .completion((view, space, json) -> SensitiveMember.normalise(json, "Password"))
            .rules(draft -> problems(draft.after()))
            .example(Map.of("Name", "Way out", "Host", "proxy.example.org", "Port", 3128))
            .build();

    private Proxies() {}

    static List<String> problems(Proxy proxy) {
        var problems = new ArrayList<String>();
        if (proxy.host().isEmpty()) {
            problems.add("Host: a proxy has a host. Send its name or address, e.g. \"proxy.example.org\".");
        }
        if (proxy.port() < 1 || proxy.port() > 65_535) {
            problems.add("Port: '" + proxy.port() + "' is no port. Send a number from 1 to 65535.");
        }
        if (!proxy.proxyType().equals("HTTP")) {
            problems.add("ProxyType: '" + proxy.proxyType() + "' is not known. Send \"HTTP\".");
        }
        return problems;
    }
}
