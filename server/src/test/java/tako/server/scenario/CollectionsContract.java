package tako.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.http.TestHttpServer.GUEST_KEY;
import static tako.server.scenario.Row.delete;
import static tako.server.scenario.Row.get;
import static tako.server.scenario.Row.patch;
import static tako.server.scenario.Row.post;
import static tako.server.scenario.Row.put;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;

/** The collections of infrastructure, library and projects over HTTP, on every database. */
abstract class CollectionsContract {
    private static final String NOBODY = "";
    private static final String DEV = "{\"Name\": \"Dev\"}";
    private static final String WEB = """
            {"Name": "Web", "ProjectGroupId": "ProjectGroups-1", "LifecycleId": "Lifecycles-1"}""";
    private static final String REGISTRY = """
            {"Name": "A registry", "feedType": "docker", "FeedUri": "http://127.0.0.1:1", "Username": "ada",
             "Password": {"HasValue": true, "NewValue": "hunter2", "Hint": null}, "ApiVersion": "v2", "Note": {"A": [1]}}""";
    private static final String SERVER = """
            {"Name": "this-server", "EnvironmentIds": ["Environments-1"], "Roles": ["web"],
             "Endpoint": {"CommunicationStyle": "None"}}""";

    private ResourceServer server;

    abstract Database open();

    @BeforeEach
    void start() {
        server = new ResourceServer(open());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void environments() {
        play(
                post("/api/Spaces-1/environments", DEV).as(NOBODY).answers(401),
                post("/api/Spaces-1/environments", DEV)
                        .as(GUEST_KEY)
                        .answers(403)
                        .has("EnvironmentCreate"),
                post("/api/Spaces-9/environments", DEV).answers(404),
                post("/api/Spaces-1/environments", DEV)
                        .has("\"Id\":\"Environments-1\"", "\"Slug\":\"dev\"", "\"SortOrder\":0")
                        .writes("Created Environments-1"),
                post("/api/environments", "{\"name\": \"Test\", \"SORTORDER\": 7}")
                        .has("\"SortOrder\":7")
                        .writes("Created Environments-2"),
                post("/api/spaces/Spaces-1/environments", "{\"Name\": \"Prod\", \"SortOrder\": 7}")
                        .has("\"SortOrder\":8")
                        .writes("Created Environments-3"),
                post("/api/Spaces-1/environments", "{\"Name\": \" \"}")
                        .answers(400)
                        .has("\"Errors\":[\"Name:"),
                post("/api/Spaces-1/environments", "{\"Name\": \"DEV\"}")
                        .answers(400)
                        .has("already in use"),
                get("/api/Spaces-1/environments")
                        .has("\"ItemsPerPage\":10", "\"TotalResults\":3", "Page.Current")
                        .hasNot("Page.Next"),
                get("/api/Spaces-1/environments?take=1&partialName=t")
                        .has("\"Name\":\"Test\"", "\"TotalResults\":1")
                        .hasNot("Dev"),
                get("/api/Spaces-1/environments?take=1").has("Page.Next"),
                get("/api/Spaces-1/environments?ids=Environments-1,environments-3")
                        .has("Dev", "Prod")
                        .hasNot("Test"),
                get("/api/Spaces-1/environments?ids=Environments-1&ids=Environments-2")
                        .has("Dev", "Test")
                        .hasNot("Prod"),
                get("/api/Spaces-1/environments?ids=&take=0").has("\"TotalResults\":3", "\"Items\":[]"),
                get("/api/Spaces-1/environments/all?name=pro").has("[{", "Prod").hasNot("TotalResults", "Dev"),
                get("/api/Spaces-1/environments/v2?ids=Environments-1&skip=0&take=1")
                        .has("\"Type\":\"Static\"", "\"ParentEnvironmentId\":null"),
                get("/api/Spaces-1/environments/v2?type=Ephemeral").has("\"TotalResults\":0"),
                get("/api/Spaces-1/environments/dev").has("\"Id\":\"Environments-1\""),
                get("/api/Spaces-1/environments/Dev-nope").answers(404).hasNot("Errors"),
                get("/api/Spaces-1/environments/Environments-1/metadata").has("[]"),
                put("/api/Spaces-1/environments/Environments-2", "{\"Name\": \"Staging\"}")
                        .has("\"Name\":\"Staging\"", "\"Slug\":\"test\"", "\"SortOrder\":7")
                        .writes("Modified Environments-2"),
                put("/api/Spaces-1/environments/sortorder", "[\"Environments-3\", \"Environments-1\"]")
                        .writes("Modified Environments-3", "Modified Environments-1", "Modified Environments-2"),
                put("/api/Spaces-1/environments/sortorder", "[\"Environments-8\"]")
                        .answers(400)
                        .has("Environments-8"),
                delete("/api/Spaces-1/environments/Environments-3").has("{}").writes("Deleted Environments-3"),
                delete("/api/Spaces-1/environments/Environments-3").answers(404));
    }

    @Test
    void targets() {
        play(
                post("/api/Spaces-1/environments", DEV).writes("Created Environments-1"),
                post("/api/Spaces-1/machines", SERVER)
                        .has("\"HealthStatus\":\"Healthy\"", "\"MachinePolicyId\":\"MachinePolicies-1\"")
                        .writes("Created Machines-1", "MachineAdded Machines-1"),
                post("/api/Spaces-1/machines", "{\"Name\": \"x\", \"Endpoint\": {\"CommunicationStyle\": \"Ftp\"}}")
                        .answers(400)
                        .has("EnvironmentIds:", "Roles:", "Endpoint.CommunicationStyle:"),
                post("/api/Spaces-1/machines", SERVER.replace("Environments-1", "MachinePolicies-1"))
                        .answers(400)
                        .has("EnvironmentIds: 'MachinePolicies-1' does not exist"),
                get("/api/Spaces-1/machines?roles=WEB&healthStatuses=Healthy&isDisabled=false")
                        .has("this-server"),
                get("/api/Spaces-1/machines?roles=db").has("\"TotalResults\":0"),
                get("/api/Spaces-1/machines?environmentIds=Environments-1&commStyles=none")
                        .has("this-server"),
                get("/api/Spaces-1/environments/dev/machines?partialName=this").has("\"TotalResults\":1"),
                get("/api/Spaces-1/environments/Environments-9/machines").answers(404),
                get("/api/Spaces-1/environments/summary")
                        .has("\"TotalMachines\":1", "\"Healthy\":1", "\"None\":1", "\"EnvironmentSummaries\":[{"),
                get("/api/Spaces-1/environments/summary?roles=db&hideEmptyEnvironments=true")
                        .has("\"TotalMachines\":0", "\"EnvironmentSummaries\":[]"),
                get("/api/Spaces-1/machineroles/all").has("[\"web\"]"),
                get("/api/Spaces-1/machines/Machines-1/connection").has("\"Status\":\"Online\""),
                get("/api/Spaces-1/machines/operatingsystem/names/all").has("[]"),
                get("/api/Spaces-1/machines/discover?host=example.org")
                        .answers(400)
                        .has("Create a target"),
                get("/api/Spaces-1/machinepolicies/template").has("\"ConnectionConnectTimeout\":\"00:01:00\""),
                get("/api/Spaces-1/machinepolicies/MachinePolicies-1/machines").has("this-server"),
                delete("/api/Spaces-1/environments/Environments-1").answers(400).has("this-server"),
                delete("/api/Spaces-1/machines/this-server").writes("Deleted Machines-1", "MachineDeleted Machines-1"));
    }

    @Test
    void workersAndFeeds() {
        play(
                post("/api/Spaces-1/environments", DEV).writes("Created Environments-1"),
                delete("/api/Spaces-1/machinepolicies/MachinePolicies-1")
                        .answers(400)
                        .has("is the default and cannot be deleted"),
                post("/api/Spaces-1/machinepolicies", "{\"Name\": \"Patient\", \"IsDefault\": true}")
                        .writes("Created MachinePolicies-2", "Modified MachinePolicies-1"),
                get("/api/Spaces-1/machinepolicies/MachinePolicies-1").has("\"IsDefault\":false"),
                put("/api/Spaces-1/machinepolicies/MachinePolicies-2", "{\"Name\": \"Patient\"}")
                        .answers(400)
                        .has("IsDefault: 'Patient'"),
                post("/api/Spaces-1/machines", SERVER.replace("this-server", "other-server"))
                        .has("\"MachinePolicyId\":\"MachinePolicies-2\"")
                        .writes("Created Machines-1", "MachineAdded Machines-1"),
                delete("/api/Spaces-1/workerpools/WorkerPools-1").answers(400).has("is the default"),
                post("/api/Spaces-1/workerpools", "{\"Name\": \"Builders\"}")
                        .has("\"WorkerPoolType\":\"StaticWorkerPool\"", "\"CanAddWorkers\":true")
                        .writes("Created WorkerPools-2"),
                put("/api/Spaces-1/workerpools/sortorder", "[\"WorkerPools-1\", \"WorkerPools-2\"]")
                        .writes("Modified WorkerPools-2"),
                get("/api/Spaces-1/workerpools/summary").has("Default Worker Pool", "\"TotalMachines\":0"),
                get("/api/Spaces-1/workerpools/supportedtypes").has("StaticWorkerPool"),
                get("/api/Spaces-1/workerpools/dynamicworkertypes").has("\"WorkerTypes\":[]"),
                get("/api/Spaces-1/workerpools/WorkerPools-1/workers").has("\"TotalResults\":0"),
                get("/api/Spaces-1/workers/all").has("[]"),
                get("/api/Spaces-1/feeds?feedType=BuiltIn").has("\"Id\":\"feeds-builtin\""),
                get("/api/Spaces-1/feeds?feedType=Docker").has("\"TotalResults\":0"),
                get("/api/Spaces-1/feeds/stats").has("\"TotalPackages\":0"),
                delete("/api/Spaces-1/feeds/feeds-builtin").answers(400).has("cannot be deleted"));
    }

    @Test
    void feeds() {
        play(
                post("/api/Spaces-1/feeds", REGISTRY).as(GUEST_KEY).answers(403).has("FeedEdit"),
                post("/api/Spaces-1/feeds", REGISTRY)
                        .has(
                                "\"Id\":\"Feeds-1\"",
                                "\"Slug\":\"a-registry\"",
                                "\"FeedType\":\"Docker\"",
                                "\"Password\":{\"HasValue\":true,\"NewValue\":null,\"Hint\":null}",
                                "\"PackageAcquisitionLocationOptions\":[\"ExecutionTarget\",\"NotAcquired\"]",
                                "\"DownloadAttempts\":5",
                                "\"ApiVersion\":\"v2\"",
                                "\"Note\":{\"A\":[1]}")
                        .hasNot("hunter2", "\"RegistryPath\"")
                        .writes("Created Feeds-1"),
                get("/api/Spaces-1/feeds?take=1").has("\"Id\":\"feeds-builtin\"", "\"TotalResults\":2"),
                get("/api/feeds?ids=Feeds-1&ids=feeds-builtin&take=2").has("Feeds-1", "feeds-builtin"),
                get("/api/Spaces-1/feeds?feedType=Docker&partialName=REG")
                        .has("Feeds-1")
                        .hasNot("feeds-builtin"),
                put("/api/Spaces-1/feeds/a-registry", """
                        {"Name": "A registry", "FeedType": "Docker", "FeedUri": "http://127.0.0.1:1", "Username": "ada",
                         "Password": {"HasValue": true, "NewValue": null}, "RegistryPath": "r.example.org/team"}""")
                        .has("\"Password\":{\"HasValue\":true", "\"RegistryPath\":\"r.example.org/team\"")
                        .writes("Modified Feeds-1"),
                put("/api/Spaces-1/feeds/feeds-builtin", REGISTRY).answers(400).has("the built-in feed stays one"),
                get("/api/Spaces-1/feeds/Feeds-1/packages/search?term=web")
                        .as(NOBODY)
                        .answers(401),
                get("/api/Spaces-1/feeds/Feeds-1/packages/search?term=web")
                        .as(GUEST_KEY)
                        .answers(403),
                get("/api/Spaces-1/feeds/Feeds-1/packages/search?term=web")
                        .answers(400)
                        .has("Feed 'A registry': The repositories could not be listed. Nothing listens at 127.0.0.1:1"),
                get("/api/Spaces-1/feeds/Feeds-9/packages/search").answers(404).hasNot("Errors"),
                post("/api/Spaces-1/feeds/Feeds-1/test", "")
                        .answers(200)
                        .has("\"Succeeded\":false", "Nothing listens at 127.0.0.1:1"),
                post(
                                "/api/Spaces-1/feeds",
                                "{\"Name\": \"Charts\", \"FeedType\": \"Helm\", \"FeedUri\": \"https://charts\"}")
                        .writes("Created Feeds-2"),
                get("/api/Spaces-1/feeds/Feeds-2/packages/versions?packageId=web&take=1")
                        .answers(400)
                        .has("feeds of the type Helm are kept, but this version cannot ask them"),
                get("/api/Spaces-1/feeds/feeds-builtin/packages/search?term=web")
                        .has("\"TotalResults\":0", "\"Items\":[]"),
                get("/api/Spaces-1/feeds/feeds-builtin/packages/versions?packageId=web")
                        .has("\"Items\":[]"),
                get("/api/Spaces-1/feeds/feeds-builtin/packages?packageId=web&partialMatch=false")
                        .has("[]"),
                get("/api/Spaces-1/feeds/feeds-builtin/packages/versions")
                        .answers(400)
                        .has("packageId:"),
                get("/api/Spaces-1/feeds/feeds-builtin/packages/versions?packageId=a&versionRange=(")
                        .answers(400)
                        .has("VersionRange:"),
                delete("/api/Spaces-1/feeds/Feeds-1").writes("Deleted Feeds-1"),
                post("/api/Spaces-1/feeds", "{\"Name\": \"x\"}").answers(400).has("FeedUri:", "NuGet"),
                get("/api/Spaces-1/feeds/Feeds-1").answers(404));
        assertThat(server.secrets()).hasSize(1).containsValue("hunter2");
    }

    @Test
    void targetsOfEveryStyleAreKeptAsClientsWriteThem() {
        play(
                post("/api/Spaces-1/environments", DEV).writes("Created Environments-1"),
                post("/api/Spaces-1/proxies", """
                        {"Name": "Way out", "Host": "proxy.example.org", "Port": 3128, "ProxyType": "HTTP", "Username": "ada",
                         "Password": {"HasValue": true, "NewValue": "hunter2"}}""")
                        .has("\"Password\":{\"HasValue\":true,\"NewValue\":null", "\"Port\":3128")
                        .hasNot("hunter2")
                        .writes("Created Proxies-1"),
                post("/api/Spaces-1/proxies", """
                        {"Name": "Short", "Host": "proxy.example.org", "Port": 3128, "Password": "hunter2"}""")
                        .has("\"Password\":{\"HasValue\":true,\"NewValue\":null")
                        .hasNot("hunter2")
                        .writes("Created Proxies-2"),
                post("/api/Spaces-1/proxies", "{\"Name\": \"x\", \"Port\": 70000, \"ProxyType\": \"SOCKS\"}")
                        .answers(400)
                        .has("Host:", "Port: '70000'", "ProxyType: 'SOCKS'"),
                post("/api/Spaces-1/machines", target("ssh", """
                        "CommunicationStyle": "Ssh", "Host": "web.example.org", "Port": 22, "ProxyId": "Proxies-1\""""))
                        .has("\"Host\":\"web.example.org\"", "\"HealthStatus\":\"Unknown\"", "cannot deploy to them")
                        .writes("Created Machines-1", "MachineAdded Machines-1"),
                post("/api/Spaces-1/machines", target("drop", """
                        "ApplicationsDirectory": "C:\\\\Applications", "Destination": {"DestinationType": "Artifact"},
                        "SensitiveVariablesEncryptionPassword": null, "CommunicationStyle": "OfflineDrop\""""))
                        .has("\"Destination\":{\"DestinationType\":\"Artifact\"}", "C:\\\\Applications")
                        .writes("Created Machines-2", "MachineAdded Machines-2"),
                post("/api/Spaces-1/machines", target("agent", """
                        "TentacleEndpointConfiguration": {"Thumbprint": "70", "Uri": "poll://l/", "CommunicationMode": "Polling"},
                        "UpgradeLocked": false, "DefaultNamespace": "default", "CommunicationStyle": "KubernetesTentacle\""""))
                        .has("\"CommunicationMode\":\"Polling\"", "\"UpgradeLocked\":false")
                        .writes("Created Machines-3", "MachineAdded Machines-3"),
                post("/api/Spaces-1/machines", target("cluster", """
                        "communicationStyle": "kubernetes", "clusterUrl": "https://k8s.example.org:6443", "Namespace": "web",
                        "SkipTlsVerification": true, "RunningInContainer": false, "Container": {"Image": null, "FeedId": null},
                        "Authentication": {"AuthenticationType": "KubernetesPodService", "TokenPath": "/run/secrets/token"}"""))
                        .has(
                                "\"CommunicationStyle\":\"Kubernetes\"",
                                "\"ClusterUrl\":\"https://k8s.example.org:6443\"",
                                "\"SkipTlsVerification\":\"True\"",
                                "\"TokenPath\":\"/run/secrets/token\"",
                                "\"RunningInContainer\":false",
                                "\"Container\":{\"Image\":null,\"FeedId\":null}")
                        .writes("Created Machines-4", "MachineAdded Machines-4"),
                post("/api/Spaces-1/machines", target("bad", """
                        "CommunicationStyle": "Kubernetes", "ClusterUrl": "k8s:6443", "ProxyId": "Proxies-9",
                        "Authentication": {"AuthenticationType": "KubernetesStandard", "AccountId": ""}"""))
                        .answers(400)
                        .has(
                                "Endpoint.ClusterUrl: 'k8s:6443'",
                                "Endpoint.ProxyId: 'Proxies-9' does not exist",
                                "Endpoint.Authentication.AccountId: "),
                get("/api/Spaces-1/machines?commStyles=Ssh,OfflineDrop&shellNames=bash")
                        .has("\"TotalResults\":2"),
                get("/api/Spaces-1/machines/operatingsystem/shells/all").has("[\"Bash\"]"),
                delete("/api/Spaces-1/proxies/Proxies-1").answers(400).has("Machine 'ssh'", "Endpoint.ProxyId"));
    }

    private static String target(String name, String endpoint) {
        return """
                {"Name": "%s", "EnvironmentIds": ["Environments-1"], "Roles": ["web"], "HealthStatus": "Healthy",
                 "ShellName": "Bash", "SkipInitialHealthCheck": true, "Endpoint": {%s}}""".formatted(name, endpoint);
    }

    @Test
    void workers() {
        String worker = """
                {"WorkerPoolIds": ["WorkerPools-1"], "Name": "builder", "OperatingSystem": "Unknown", "ShellName": "Unknown",
                 "Endpoint": {"Thumbprint": "63", "Uri": "https://example.org/", "CommunicationStyle": "TentaclePassive"}}""";
        play(
                post("/api/Spaces-1/workers", worker)
                        .has(
                                "\"WorkerPoolIds\":[\"WorkerPools-1\"]",
                                "\"MachinePolicyId\":\"MachinePolicies-1\"",
                                "\"HealthStatus\":\"Unknown\"",
                                "runs all work itself",
                                "\"Uri\":\"https://example.org/\"")
                        .writes("Created Workers-1"),
                post("/api/Spaces-1/workers", "{\"Name\": \"x\"}")
                        .answers(400)
                        .has("WorkerPoolIds:", "Endpoint.CommunicationStyle:"),
                get("/api/Spaces-1/workerpools/WorkerPools-1/workers?partialName=buil")
                        .has("\"TotalResults\":1"),
                get("/api/Spaces-1/machinepolicies/MachinePolicies-1/workers").has("builder"),
                get("/api/Spaces-1/workers?workerPoolIds=WorkerPools-1&healthStatuses=Unknown")
                        .has("builder"),
                get("/api/Spaces-1/workers/Workers-1/connection").has("\"Status\":\"Unknown\""),
                get("/api/Spaces-1/workers/operatingsystem/names/all").has("[\"Unknown\"]"),
                get("/api/Spaces-1/workers/operatingsystem/shells/all").has("[\"Unknown\"]"),
                get("/api/Spaces-1/workers/discover?host=example.org")
                        .answers(400)
                        .has("POST"),
                get("/api/Spaces-1/workerpools/summary")
                        .has(
                                "\"TotalMachines\":1",
                                "\"TentaclePassive\":1",
                                "\"WorkerPoolSummaries\":[{\"WorkerPool\""),
                get("/api/Spaces-1/workerpools/summary?isDisabled=true&hideEmptyWorkerPools=true")
                        .has("\"TotalMachines\":0", "\"WorkerPoolSummaries\":[]"),
                post("/api/Spaces-1/workerpools", "{\"Name\": \"Others\"}").writes("Created WorkerPools-2"),
                put("/api/Spaces-1/workers/Workers-1", worker.replace("WorkerPools-1", "WorkerPools-2"))
                        .writes("Modified Workers-1"),
                delete("/api/Spaces-1/workerpools/WorkerPools-2").answers(400).has("Worker 'builder'"),
                delete("/api/Spaces-1/workers/builder").writes("Deleted Workers-1"),
                get("/api/Spaces-1/workers/Workers-1").answers(404));
    }

    @Test
    void machinePolicies() {
        play(
                post("/api/Spaces-1/machinepolicies", "{\"Name\": \"Patient\"}")
                        .has("\"HealthCheckInterval\":\"01:00:00\"", "\"DeleteMachinesBehavior\":\"DoNotDelete\"")
                        .writes("Created MachinePolicies-2"),
                put("/api/Spaces-1/machinepolicies/MachinePolicies-2", """
                        {"Name": "Never", "MachineHealthCheckPolicy": {"HealthCheckType": "RunScript", "HealthCheckInterval": null}}""")
                        .has("\"HealthCheckInterval\":null")
                        .writes("Modified MachinePolicies-2"),
                put("/api/Spaces-1/machinepolicies/MachinePolicies-2", """
                        {"Name": "Never", "MachineHealthCheckPolicy": {"HealthCheckCron": "0 0 * * *", "HealthCheckInterval": "1:00"}}""")
                        .answers(400)
                        .has(
                                "MachineHealthCheckPolicy.HealthCheckCron: '0 0 * * *'",
                                "MachineHealthCheckPolicy.HealthCheckInterval: '1:00'"));
    }

    @Test
    void lifecycles() {
        play(
                post("/api/Spaces-1/environments", DEV).writes("Created Environments-1"),
                post("/api/Spaces-1/lifecycles", """
                        {"Name": "Short", "Phases": [{"Name": "All", "AutomaticDeploymentTargets": null}]}""")
                        .has("\"Id\":\"guid-1\"", "\"AutomaticDeploymentTargets\":[]")
                        .writes("Created Lifecycles-2"),
                get("/api/Spaces-1/lifecycles/Lifecycles-1/preview")
                        .has(
                                "\"Phases\":[{\"Id\":\"Environments-1\"",
                                "\"OptionalDeploymentTargets\":[\"Environments-1\"]"),
                get("/api/Spaces-1/lifecycles/previews?ids=Lifecycles-2")
                        .has("[{", "Short")
                        .hasNot("Default Lifecycle"),
                get("/api/Spaces-1/lifecycles/Lifecycles-1").has("\"Phases\":[]"),
                get("/api/Spaces-1/lifecycles/Lifecycles-1/projects").has("[]"),
                get("/api/Spaces-1/retentionpolicies?RetentionType=RunbookRetention")
                        .has("\"Strategy\":\"Forever\""),
                get("/api/Spaces-1/retentionpolicies?RetentionType=Never").answers(400),
                post("/api/Spaces-1/lifecycles", """
                        {"Name": "Twice", "Phases": [{"Name": "A", "AutomaticDeploymentTargets": ["Environments-1"]},
                         {"Name": "B", "OptionalDeploymentTargets": ["Environments-1"]}]}""").answers(400).has("Environments-1 stands in more than one place"));
    }

    @Test
    void projectsAndTheirParts() {
        play(
                post("/api/Spaces-1/projectgroups", "{\"Name\": \"Sites\"}").writes("Created ProjectGroups-2"),
                post("/api/Spaces-1/projects", WEB)
                        .has(
                                "\"VariableSetId\":\"variableset-Projects-1\"",
                                "\"DeploymentProcessId\":\"deploymentprocess-Projects-1\"")
                        .writes("Created Projects-1", "Created Channels-1"),
                get("/api/Spaces-1/projectgroups/ProjectGroups-1/projects").has("\"Name\":\"Web\""),
                get("/api/Spaces-1/projectgroups/sites/projects").has("\"TotalResults\":0"),
                get("/api/Spaces-1/lifecycles/Lifecycles-1/projects").has("[{", "Web"),
                get("/api/Spaces-1/projects?name=we").has("\"TotalResults\":1"),
                get("/api/Spaces-1/projects/web/summary").has("\"HasDeploymentProcess\":false"),
                get("/api/Spaces-1/projects/web/logo").has("<svg"),
                get("/api/Spaces-1/projects/web/deploymentsettings").has("deploymentsettings-Projects-1"),
                put(
                                "/api/Spaces-1/projects/web/deploymentsettings",
                                "{\"VersioningStrategy\": {\"Template\": \"1.i\"}}")
                        .has("\"Template\":\"1.i\"")
                        .writes("Modified Projects-1"),
                post("/api/Spaces-1/projects/web/channels", "{\"Name\": \"Hotfix\"}")
                        .has("\"ProjectId\":\"Projects-1\"")
                        .writes("Created Channels-2"),
                get("/api/Spaces-1/projects/Projects-1/channels").has("Default", "Hotfix"),
                get("/api/Spaces-1/projects/Projects-1/channels/Channels-2").has("Hotfix"),
                get("/api/Spaces-1/projects/Projects-9/channels").answers(404),
                get("/api/Spaces-1/channels").has("\"TotalResults\":2"),
                post("/api/Spaces-1/projects/web/channels", "{\"Name\": \"Nightly\"}")
                        .writes("Created Channels-3"),
                put("/api/Spaces-1/channels/Channels-3", """
                        {"Name": "Early", "ProjectId": "Projects-1", "Rules": [{"VersionRange": "[1.0", "Tag": "("}]}""")
                        .answers(400)
                        .has("Rules[0].VersionRange: '[1.0'", "Rules[0].Tag: '('"),
                post("/api/Spaces-1/channels/rule-test", """
                        {"version": "1.5.0-rc", "versionRange": "[1.0,2.0)", "preReleaseTag": "^$", "feedId": "feeds-builtin"}""")
                        .answers(200)
                        .has("\"SatisfiesVersionRange\":true", "\"SatisfiesPreReleaseTag\":false", "\"IsNull\":false"),
                get("/api/Spaces-1/channels/rule-test?version=latest&versionRange=[1.0,2.0)".replace("[", "%5B"))
                        .has("\"SatisfiesVersionRange\":false", "'latest' is not a version"),
                put("/api/Spaces-1/projects/web/channels/order", "[\"Channels-3\", \"Channels-1\"]")
                        .has("[\"Channels-1\",\"Channels-3\",\"Channels-2\"]")
                        .writes("Modified Channels-2"),
                put("/api/Spaces-1/channels/Channels-3", "{\"Name\": \"Early\", \"ProjectId\": \"Projects-1\"}")
                        .writes("Modified Channels-3"),
                get("/api/Spaces-1/projects/Projects-1/channels/order")
                        .has("[\"Channels-1\",\"Channels-3\",\"Channels-2\"]"),
                put("/api/Spaces-1/projects/web/channels/order", "[\"Channels-8\"]")
                        .answers(400)
                        .has("Channels-8"),
                delete("/api/Spaces-1/channels/Channels-3").writes("Deleted Channels-3"),
                delete("/api/Spaces-1/projects/web/channels/Channels-1")
                        .answers(400)
                        .has("default"),
                delete("/api/Spaces-1/projects/web/channels/Channels-2").writes("Deleted Channels-2"),
                post("/api/Spaces-1/projects?clone=Projects-1", "{\"Name\": \"Copy\"}")
                        .has("\"ClonedFromProjectId\":\"Projects-1\"", "\"Template\":\"1.i\"")
                        .writes("Created Projects-2", "Created Channels-4"),
                post("/api/Spaces-1/projects?clone=Projects-9", WEB).answers(404),
                delete("/api/Spaces-1/projectgroups/ProjectGroups-1")
                        .answers(400)
                        .has("Project 'Web'"),
                delete("/api/Spaces-1/projects/web").writes("Deleted Channels-1", "Deleted Projects-1"),
                get("/api/Spaces-1/variables/variableset-Projects-1").answers(404));
    }

    @Test
    void processes() {
        String process = """
                {"Version": %d, "Steps": [{"Name": "Say it", "Actions": [{"Name": "Say it", "ActionType": "Octopus.Script",
                 "Properties": {"Octopus.Action.RunOnServer": "True", "Token": {"HasValue": true, "NewValue": "s3cret"}}}]}]}""";
        play(
                post("/api/Spaces-1/projects", WEB).writes("Created Projects-1", "Created Channels-1"),
                get("/api/Spaces-1/projects/web/deploymentprocesses").has("\"Version\":0", "\"Steps\":[]"),
                put("/api/Spaces-1/projects/web/deploymentprocesses", process.formatted(0))
                        .has("\"Version\":1", "\"HasValue\":true", "\"NewValue\":null")
                        .hasNot("s3cret")
                        .writes("Modified deploymentprocess-Projects-1"),
                put("/api/Spaces-1/deploymentprocesses/DEPLOYMENTPROCESS-projects-1", process.formatted(0))
                        .answers(409)
                        .has("modified by another user"),
                put("/api/Spaces-1/deploymentprocesses/deploymentprocess-Projects-1", process.formatted(1))
                        .has("\"Version\":2")
                        .writes("Modified deploymentprocess-Projects-1"),
                get("/api/Spaces-1/projects/web/deploymentprocesses/validate").has("\"IsValid\":true"),
                get("/api/Spaces-1/deploymentprocesses?take=1")
                        .has("\"TotalResults\":1", "\"Id\":\"deploymentprocess-Projects-1\""),
                get("/api/Spaces-1/deploymentprocesses").as(GUEST_KEY).answers(403),
                get("/api/Spaces-1/projects/web/summary").has("\"HasDeploymentProcess\":true"),
                put("/api/Spaces-1/deploymentprocesses/Projects-1", process.formatted(2))
                        .answers(404));
    }

    @Test
    void variables() {
        play(
                post("/api/Spaces-1/environments", DEV).writes("Created Environments-1"),
                post("/api/Spaces-1/projects", WEB).writes("Created Projects-1", "Created Channels-1"),
                get("/api/Spaces-1/projects/web/variables").has("\"Version\":0", "\"Variables\":[]"),
                put("/api/Spaces-1/variables/variableset-Projects-1", """
                        {"Version": 0, "Variables": [
                          {"Name": "Port", "Value": "80"},
                          {"Name": "Port", "Value": "30000", "Scope": {"Environment": ["Environments-1"]}},
                          {"Name": "Url", "Value": "http://127.0.0.1:#{Port}"},
                          {"Id": "pw", "Name": "Password", "Value": "hunter2", "Type": "Sensitive", "IsSensitive": false}]}""")
                        .has("\"Version\":1", "\"IsSensitive\":true")
                        .hasNot("hunter2", "Secrets-1")
                        .writes("Modified variableset-Projects-1"),
                put("/api/Spaces-1/variables/variableset-Projects-1", "{\"Version\": 7, \"Variables\": []}")
                        .answers(409)
                        .has("modified by another user", "version 1"),
                get("/api/Spaces-1/variables/VARIABLESET-projects-1")
                        .has(
                                "\"Environments\":[{\"Id\":\"Environments-1\",\"Name\":\"Dev\"}]",
                                "\"Channels\":[{\"Id\":\"Channels-1\"",
                                "\"ProcessType\":\"Deployment\"")
                        .hasNot("hunter2", "Secrets-1"),
                get("/api/Spaces-1/variables/all")
                        .has("[{", "variableset-Projects-1")
                        .hasNot("hunter2"),
                get("/api/Spaces-1/variables/names?project=web").has("\"Password\",\"Port\",\"Url\""),
                get("/api/Spaces-1/variables/preview?project=Projects-1&environment=Environments-1")
                        .has("30000")
                        .hasNot("\"80\"", "hunter2"),
                get("/api/Spaces-1/variables/explain?project=web&name=url&environment=Environments-1")
                        .has("\"Name\":\"Url\"", "\"Value\":\"http://127.0.0.1:30000\"", "\"Outcome\":\"Won\""),
                get("/api/Spaces-1/variables/explain?project=web&name=Port")
                        .has(
                                "\"Value\":\"80\"",
                                "there is no Environment here",
                                "\"Dimension\":\"Environment\",\"Fits\":false"),
                get("/api/Spaces-1/variables/explain?project=web&name=Password")
                        .has("\"IsSensitive\":true", "\"Value\":null")
                        .hasNot("hunter2"),
                get("/api/Spaces-1/variables/explain?project=web").answers(400).has("name:"),
                get("/api/Spaces-1/environments/Environments-1/singlyScopedVariableDetails")
                        .has("\"VariableMap\":{\"Projects-1\":{\"Port\":1}}"),
                delete("/api/Spaces-1/environments/Environments-1").answers(400).has("VariableSet"),
                put("/api/Spaces-1/projects/web/variables", """
                        {"Version": 1, "Variables": [{"Name": "A", "Value": "1", "Scope": {"Environment": ["Environments-7"],
                         "Action": ["nope"]}}]}""")
                        .answers(400)
                        .has("Variable 'A', Scope.Environment: 'Environments-7'", "Scope.Action: 'nope'"),
                put("/api/Spaces-1/projects/web/variables", """
                        {"Version": 1, "Variables": [{"Id": "pw", "Name": "Password", "Value": ""},
                         {"Name": "Kept", "Value": "x", "Note": {"HasValue": true, "NewValue": "s3cret"}}]}""")
                        .has("\"Version\":2", "\"IsSensitive\":true", "\"Note\":{\"HasValue\":true")
                        .hasNot("s3cret")
                        .writes("Modified variableset-Projects-1"),
                delete("/api/Spaces-1/environments/Environments-1").writes("Deleted Environments-1"));
        assertThat(server.secrets()).hasSize(2).containsValues("hunter2", "s3cret");
    }

    @Test
    void singleVariables() {
        String set = "/api/Spaces-1/variables/variableset-Projects-1";
        play(
                post("/api/Spaces-1/projects", WEB).writes("Created Projects-1", "Created Channels-1"),
                patch(set, "{}").as(NOBODY).answers(401),
                patch("/api/Spaces-1/variables/variableset-Projects-7", "{}").answers(404),
                patch(set, "{\"Variables\": [{\"Name\": \"Port\", \"Value\": \"80\"}]}")
                        .has("\"Version\":1", "\"Id\":\"guid-", "\"ScopeValues\"")
                        .writes("Modified variableset-Projects-1"),
                patch(set, "{\"variables\": [{\"Name\": \"Host\", \"Value\": \"h1\"}], \"Version\": 0}")
                        .has("\"Version\":2", "\"80\"", "\"h1\"")
                        .writes("Modified variableset-Projects-1"),
                patch(set, "{\"Variables\": [{\"Name\": \"host\", \"Value\": \"h2\"}], \"Version\": 1}")
                        .answers(409)
                        .has("'host' was changed by ada", "\"VariableName\":\"host\""),
                patch(set, "{\"Variables\": [7]}").answers(400),
                put(set, "{\"Version\": 1, \"Variables\": []}")
                        .has("\"Version\":3", "\"h1\"")
                        .hasNot("\"80\"")
                        .writes("Modified variableset-Projects-1"));
    }

    @Test
    void libraryVariableSets() {
        String sets = "/api/Spaces-1/libraryvariablesets";
        String variables = "/api/Spaces-1/variables/variableset-LibraryVariableSets-1";
        String shared = """
                {"Name": "Shared", "Description": "%s", "ContentType": "Variables", "Templates": [
                 {"Id": "", "Name": "Region", "Label": "Where", "DefaultValue": "eu",
                  "DisplaySettings": {"Octopus.ControlType": "SingleLineText"}},
                 {"Name": "Key", "DefaultValue": {"HasValue": true, "NewValue": "hunter2"}}]}""";
        play(
                post("/api/Spaces-1/projects", WEB).writes("Created Projects-1", "Created Channels-1"),
                post(sets, shared.formatted("")).as(GUEST_KEY).answers(403).has("LibraryVariableSetCreate"),
                post(sets, shared.formatted("For all"))
                        .has(
                                "\"Id\":\"LibraryVariableSets-1\"",
                                "\"VariableSetId\":\"variableset-LibraryVariableSets-1\"",
                                "\"DefaultValue\":\"eu\"",
                                "\"Id\":\"guid-",
                                "\"Variables\":\"" + variables + "\"",
                                "\"Usages\":\"" + sets + "/LibraryVariableSets-1/usages\"")
                        .hasNot("hunter2", "Secrets-")
                        .writes("Created LibraryVariableSets-1"),
                post(sets, "{\"Name\": \"Helpers\", \"ContentType\": \"ScriptModule\"}")
                        .has("\"ContentType\":\"ScriptModule\"")
                        .writes("Created LibraryVariableSets-2"),
                post(sets, "{\"Name\": \"SHARED\"}").answers(400).has("already in use"),
                post(sets, "{\"Name\": \"Odd\", \"ContentType\": \"Other\"}")
                        .answers(400)
                        .has("ContentType:"),
                post(sets, "{\"Name\": \"Odd\", \"Templates\": [{\"Name\": \"a\"}, {\"Name\": \"A\"}, {}]}")
                        .answers(400)
                        .has("the name 'A' is there twice", "each needs a Name"),
                get(sets + "?contentType=ScriptModule")
                        .has("Helpers", "\"TotalResults\":1")
                        .hasNot("Shared"),
                get(sets + "?partialName=sha&take=1").has("Shared", "\"ItemType\":\"LibraryVariableSet\""),
                get(sets + "/all").has("[{", "Helpers", "Shared"),
                put(sets + "/LibraryVariableSets-2", "{\"Name\": \"Helpers\", \"ContentType\": \"Variables\"}")
                        .answers(400)
                        .has("stays one"),
                put(sets + "/LibraryVariableSets-1", shared.formatted("For everybody"))
                        .has("For everybody")
                        .writes("Modified LibraryVariableSets-1"),
                get(variables).has("\"OwnerId\":\"LibraryVariableSets-1\"", "\"Actions\":[]", "\"Channels\":[]"),
                put(variables, """
                        {"Version": 0, "Variables": [{"Name": "A", "Scope": {"Channel": ["Channels-1"]}}]}""").answers(400).has("a library set cannot be scoped by Channel"),
                put(variables, "{\"Version\": 0, \"Variables\": [{\"Name\": \"Colour\", \"Value\": \"red\"}]}")
                        .has("\"red\"")
                        .writes("Modified variableset-LibraryVariableSets-1"),
                put("/api/Spaces-1/projects/web", including("LibraryVariableSets-9"))
                        .answers(400)
                        .has("IncludedLibraryVariableSetIds: 'LibraryVariableSets-9' does not exist"),
                put("/api/Spaces-1/projects/web", including("LibraryVariableSets-1"))
                        .writes("Modified Projects-1"),
                get("/api/Spaces-1/variables/preview?project=web").has("\"red\""),
                get(sets + "/LibraryVariableSets-1/usages")
                        .has("\"ProjectId\":\"Projects-1\"", "\"IsCurrentlyBeingUsedInProject\":true"),
                get(sets + "/LibraryVariableSets-7/usages").answers(404),
                delete(sets + "/LibraryVariableSets-1").answers(400).has("Project 'Web'"),
                delete(sets + "/LibraryVariableSets-2").writes("Deleted LibraryVariableSets-2"),
                get("/api/Spaces-1/variables/variableset-LibraryVariableSets-2").answers(404));
        assertThat(server.secrets()).containsValue("hunter2");
    }

    private static String including(String set) {
        return """
                {"Name": "Web", "ProjectGroupId": "ProjectGroups-1", "LifecycleId": "Lifecycles-1",
                 "IncludedLibraryVariableSetIds": ["%s"]}""".formatted(set);
    }

    private void play(Row... rows) {
        for (Row row : rows) {
            HttpResponse<String> answer = server.send(row.method(), row.path(), row.key(), row.body());
            assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isEqualTo(row.status());
            assertThat(row.has())
                    .as("%s: %s", row, answer.body())
                    .allMatch(fragment -> answer.body().contains(fragment));
            assertThat(row.hasNot())
                    .as("%s: %s", row, answer.body())
                    .noneMatch(fragment -> answer.body().contains(fragment));
            assertThat(server.takeEvents()).as("events of %s", row).containsExactlyInAnyOrderElementsOf(row.events());
        }
    }
}
