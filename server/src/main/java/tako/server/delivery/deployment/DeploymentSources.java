package tako.server.delivery.deployment;

import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.delivery.release.Release;
import tako.server.delivery.release.ReleaseSources;
import tako.server.delivery.run.Forecast;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Documents;

/** What deployments are made of and judged by. */
public record DeploymentSources(
        ReleaseSources release,
        Documents<Release> releases,
        ReleaseProgressions progressions,
        Environments environments,
        Documents<Machine> machines,
        Forecast forecast,
        TaskQueueSwitch taskQueue) {}
