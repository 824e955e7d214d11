package tako.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tako.platform.blob.Blobs;
import tako.platform.blob.FolderBlobs;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Admission;
import tako.platform.http.HttpServer;
import tako.platform.http.HttpSettings;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.SessionCookies;
import tako.platform.json.Json;
import tako.platform.log.DatabaseLogStore;
import tako.platform.log.FileLogStore;
import tako.platform.log.LogStore;
import tako.platform.process.Bounds;
import tako.platform.process.Isolation;
import tako.platform.process.LocalExecutor;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Passwords;
import tako.platform.secret.Secret;
import tako.platform.secret.Secrets;
import tako.platform.secret.Tokens;
import tako.platform.settings.PlatformSettings;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TaskTimings;
import tako.server.delivery.dashboard.CurrentDeliveries;
import tako.server.delivery.deployment.AutomaticDeployments;
import tako.server.delivery.deployment.DeploymentEnds;
import tako.server.delivery.deployment.DeploymentKind;
import tako.server.delivery.deployment.DeploymentPreviews;
import tako.server.delivery.deployment.DeploymentRoutes;
import tako.server.delivery.deployment.DeploymentRuns;
import tako.server.delivery.deployment.DeploymentSources;
import tako.server.delivery.deployment.Deployments;
import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.delivery.release.Defects;
import tako.server.delivery.release.Release;
import tako.server.delivery.release.ReleaseKind;
import tako.server.delivery.release.ReleaseRoutes;
import tako.server.delivery.release.ReleaseSources;
import tako.server.delivery.release.ReleaseTemplates;
import tako.server.delivery.release.Releases;
import tako.server.delivery.run.ProcessForecast;
import tako.server.delivery.run.RunParts;
import tako.server.delivery.run.RunTask;
import tako.server.delivery.step.StepHandler;
import tako.server.infrastructure.environment.EnvironmentRoutes;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.EnvironmentMachineRoutes;
import tako.server.infrastructure.machine.EnvironmentMachines;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.MachinePolicy;
import tako.server.infrastructure.machine.MachinePolicyRoutes;
import tako.server.infrastructure.machine.MachineRoutes;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.worker.WorkerPool;
import tako.server.infrastructure.worker.WorkerPoolRoutes;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.library.feed.Feed;
import tako.server.library.feed.FeedRoutes;
import tako.server.library.feed.Feeds;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.LifecyclePreviews;
import tako.server.library.lifecycle.LifecycleRoutes;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.library.variableset.SinglyScoped;
import tako.server.library.variableset.VariableScopes;
import tako.server.library.variableset.VariableSetRoutes;
import tako.server.library.variableset.VariableSets;
import tako.server.people.apikey.ApiKeyRoutes;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.audit.EventLog;
import tako.server.people.audit.EventRoutes;
import tako.server.people.audit.Events;
import tako.server.people.permission.PermissionCheck;
import tako.server.people.permission.UserAccess;
import tako.server.people.permission.UserAccessRoutes;
import tako.server.people.setup.FirstStart;
import tako.server.people.setup.Setup;
import tako.server.people.setup.SetupRoutes;
import tako.server.people.signin.Sessions;
import tako.server.people.signin.SignIn;
import tako.server.people.signin.SignInRoutes;
import tako.server.people.signin.SignedInUsers;
import tako.server.people.team.TeamRoutes;
import tako.server.people.team.Teams;
import tako.server.people.user.UserRoutes;
import tako.server.people.user.Users;
import tako.server.projects.channel.ChannelRoutes;
import tako.server.projects.channel.Channels;
import tako.server.projects.group.ProjectGroup;
import tako.server.projects.group.ProjectGroupRoutes;
import tako.server.projects.group.ProjectGroups;
import tako.server.projects.process.DeploymentProcessRoutes;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.process.ProcessRules;
import tako.server.projects.project.ProjectKind;
import tako.server.projects.project.ProjectListRoutes;
import tako.server.projects.project.ProjectRoutes;
import tako.server.projects.project.Projects;
import tako.server.projects.variable.ProjectCandidates;
import tako.server.projects.variable.ProjectScopes;
import tako.server.projects.variable.ProjectVariableRoutes;
import tako.server.projects.variable.ProjectVariables;
import tako.server.resource.Catalogue;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.Snapshots;
import tako.server.settings.server.HealthRoutes;
import tako.server.settings.server.InstallationId;
import tako.server.settings.server.NodeRoutes;
import tako.server.settings.server.Readiness;
import tako.server.settings.server.RootLinks;
import tako.server.settings.server.RootRoutes;
import tako.server.settings.server.ServerFacts;
import tako.server.settings.server.StatusRoutes;
import tako.server.settings.space.SpaceAddresses;
import tako.server.settings.space.SpaceRoutes;
import tako.server.settings.space.SpaceSearch;
import tako.server.settings.space.Spaces;
import tako.steps.StepFamilies;
import tools.jackson.databind.json.JsonMapper;

/** Every part of the server and how they hang together, from below upwards: platform, people, settings, library, projects, delivery. */
final class Wiring {
    private final Base base;
    private final FirstStart firstStart;
    private final Spaces spaces;
    private final DeploymentEnds deploymentEnds;
    private final LocalExecutor executor;
    private final LogStore logs;
    private final TaskNode node;
    private final HttpServer http;

    /**
     * What is there before anything is wired.
     *
     * @param operatorKey acts as the server for as long as this process lives
     */
    record Base(
            Home home,
            PlatformSettings settings,
            Database database,
            MasterKey master,
            SecureRandom random,
            Secret operatorKey) {}
