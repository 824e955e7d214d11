package tako.e2e.wired;

import static tako.e2e.Setup.id;
import static tako.e2e.Setup.items;
import static tako.e2e.Setup.object;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;
import tako.e2e.SignOffs;
import tools.jackson.databind.node.ObjectNode;

/**
 * One document of each kind.
 *
 * @param values by the segment of a path after which it stands: {@code projects} is the id of a project
 */
record World(Map<String, String> values) {
    /** A certificate for example.org in DER; nobody has its key. */
    private static final String CERTIFICATE = """
            MIIBgjCCASmgAwIBAgIUAMLVecgBLha/yYURaIiVu21nraUwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLZXhhbXBsZS5vcmcwIBcN\
            MjYxMTI3MTYyNjA0WhgPMjEyNjExMDMxNjI2MDRaMBYxFDASBgNVBAMMC2V4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZIzj0D\
            AQcDQgAEtDSsqOX0lttqnYJBY6Ov4tzbmNoLe+/4ZhfvCL51mCh3NWOaV6bNtSHYFgaGiSTnJy/Zv4xip9XDDIZi7znYPqNTMFEw\
            HQYDVR0OBBYEFAdJqPZ5xoBWt7ABbc8soZaPCOzIMB8GA1UdIwQYMBaAFAdJqPZ5xoBWt7ABbc8soZaPCOzIMA8GA1UdEwEB/wQF\
            MAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgalJciX8KyUBdPTUbTHbek7ITq141o9yN57UlF5TpRvMCIGiPrkjihOsEmDcrTj1zyF/q\
            IzNBJtP6JX8TxCClYZ7s""";

    /** What ssh-keygen made for this test; it opens nothing. */
    private static final String KEY_FILE = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIF4WUCd6OfC/I9vupnp1aBR9II7jw1cY39omOXoe/NtXoAoGCCqGSM49
            AwEHoUQDQgAE/H0eF5nKhNTZ2UaFh4zxqJ/sNesrGVQsRjCsstb7akCHuXf/Ft75
            IGTXGgS4IHkn1QHpN0pfOCZGYe+Bp7rW0g==
            -----END EC PRIVATE KEY-----
            """;

    /** Makes them. The names of the first world, whose suffix is "", are those that examples speak of. */
    static World make(Setup setup, String suffix) {
        var values = new HashMap<String, String>();
        var environment = setup.environment("Dev" + suffix);
        var project = setup.project("Web" + suffix, new ScriptedStep("Say hello", "", "echo hello"));
        var release = setup.release(project, "1.0.0");
        var deployment = setup.deploy(release, id(setup.named("environments", "Dev")));
        setup.succeeds(deployment.task());
        values.put("environments", environment);
        values.put("preview", environment);
        values.put("projects", project);
        values.put("progression", project);
        values.put("deploymentprocesses", "deploymentprocess-" + project);
        values.put("variables", "variableset-" + project);
        values.put("channels", channel(setup, project));
        values.put("releases", release);
        values.put("deployments", deployment.id());
        values.put("tasks", deployment.task());
        values.put("rerun", deployment.task());
        values.put("machines", setup.machine("web" + suffix, "web", environment));
        values.put("lifecycles", id(setup.create("lifecycles", object().put("Name", "Other" + suffix))));
        values.put("projectgroups", id(setup.create("projectgroups", object().put("Name", "Other" + suffix))));
        values.put("machinepolicies", id(setup.create("machinepolicies", object().put("Name", "Other" + suffix))));
        values.put("workerpools", id(setup.create("workerpools", workerPool(suffix))));
        values.put("workers", id(setup.create("workers", worker(suffix, values.get("workerpools")))));
        values.put("proxies", id(setup.create("proxies", proxy(suffix))));
        values.put("feeds", setup.first("feeds"));
        values.put("rendering", environment);
        values.put(
                "libraryvariablesets", id(setup.create("libraryvariablesets", object().put("Name", "Other" + suffix))));
        values.put("certificates", id(setup.create("certificates", certificate(suffix))));
        values.put("accounts", id(setup.create("accounts", account(suffix))));
        values.put("interruptions", interruption(setup, suffix));
        addPeople(setup, suffix, values);
        return new World(Map.copyOf(values));
    }

    /** A question of a deployment, for which the administrator has taken responsibility. */
    private static String interruption(Setup setup, String suffix) {
        var project = setup.project("Signed off" + suffix);
        var address = setup.path("projects/" + project + "/deploymentprocesses");
        var process = (ObjectNode) setup.wire().get(address).succeeded().json();
        var step = process.putArray("Steps").addObject().put("Name", "Sign off");
        var action =
                step.putArray("Actions").addObject().put("Name", "Sign off").put("ActionType", "Octopus.Manual");
        action.putObject("Properties").put("Octopus.Action.Manual.Instructions", "Look at it.");
        setup.wire().put(address, process).succeeded();
        var release = setup.release(project, "1.0.0");
        var task = setup.deploy(release, id(setup.named("environments", "Dev"))).task();
        var question = id(new SignOffs(setup).asked(task, Duration.ofSeconds(60)));
        setup.wire()
                .put(setup.path("interruptions/" + question + "/responsible"), object())
                .succeeded();
        return question;
    }

    private static ObjectNode certificate(String suffix) {
        var certificate = object().put("Name", "Other" + suffix);
        certificate.putObject("CertificateData").put("HasValue", true).put("NewValue", CERTIFICATE);
        return certificate;
    }

    private static ObjectNode account(String suffix) {
        var account = object().put("Name", "Other" + suffix)
                .put("AccountType", "SshKeyPair")
                .put("Username", "ada");
        var file = Base64.getEncoder().encodeToString(KEY_FILE.getBytes(StandardCharsets.UTF_8));
        account.putObject("PrivateKeyFile").put("HasValue", true).put("NewValue", file);
        return account;
    }

    private static ObjectNode workerPool(String suffix) {
        return object().put("Name", "Other" + suffix).put("WorkerPoolType", "StaticWorkerPool");
    }

    static ObjectNode worker(String suffix, String pool) {
        var worker = object().put("Name", "builder" + suffix);
        worker.putArray("WorkerPoolIds").add(pool);
        worker.putObject("Endpoint").put("CommunicationStyle", "TentaclePassive");
        return worker;
    }

    static ObjectNode proxy(String suffix) {
        return object().put("Name", "Way out" + suffix)
                .put("Host", "proxy.example.org")
                .put("Port", 3128);
    }

    private static String channel(Setup setup, String project) {
        return id(items(setup.wire()
                        .get(setup.path("projects/" + project + "/channels"))
                        .succeeded()
                        .json())
                .getFirst());
    }

    private static void addPeople(Setup setup, String suffix, Map<String, String> values) {
        var wire = setup.wire();
        var me = id(wire.get("/api/users/me").succeeded().json());
        var user = id(wire.post("/api/users", object().put("Username", "ada" + suffix))
                .succeeded()
                .json());
        values.put("users", user);
        values.put("authentication", user);
        values.put(
                "apikeys",
                id(wire.post("/api/users/" + user + "/apikeys", object().put("Purpose", "test"))
                        .succeeded()
                        .json()));
        values.put(
                "teams",
                id(wire.post("/api/teams", object().put("Name", "Other" + suffix))
                        .succeeded()
                        .json()));
        values.put(
                "events",
                id(items(wire.get(setup.path("events?take=1")).succeeded().json())
                        .getFirst()));
        values.put("capabilities", "GetAllSpacesRequest");
        values.put(
                "octopusservernodes",
                id(items(wire.get("/api/octopusservernodes").succeeded().json()).getFirst()));
        var space = object().put("Name", "Other" + suffix);
        space.putArray("SpaceManagersTeamMembers").add(me);
        values.put("spaces", id(wire.post("/api/spaces", space).succeeded().json()));
    }

    /** What stands for a parameter of a path. */
    String after(String segment) {
        var value = values.get(segment);
        if (value == null) {
            throw new AssertionError("The world holds nothing for the parameter after /" + segment);
        }
        return value;
    }
}
