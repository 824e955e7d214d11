package tako.server.delivery.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.delivery.eligibility.DeploymentFacts;
import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.delivery.run.Forecast;
import tako.server.delivery.run.Forecast.ForecastAction;
import tako.server.projects.process.Action;

/** Puts together what a deployment is judged by. */
final class Judgement {
    private final Forecast forecast;

    Judgement(Forecast forecast) {
        this.forecast = forecast;
    }

    /** The facts of a deployment that is wanted. */
    DeploymentFacts facts(Subject subject, Deployment wanted, Instant now) {
        return new DeploymentFacts(
                new DeploymentFacts.Switches(
                        subject.project().value().name(),
                        subject.project().value().isDisabled(),
                        subject.taskQueueStopped()),
                ReleaseProgressions.phaseEnvironment(subject.environment()),
                subject.standing().progression(),
                Prompts.unanswered(Prompts.of(subject), wanted.formValues()),
                strangers(subject, wanted),
                requiredSkipped(subject, wanted),
                new DeploymentFacts.Schedule(
                        now, Optional.ofNullable(wanted.queueTime()), Optional.ofNullable(wanted.queueTimeExpiry())),
                targets(subject, wanted));
    }

    private static List<String> strangers(Subject subject, Deployment wanted) {
        List<String> here =
                subject.targets().stream().map(target -> target.id()).toList();
        return Stream.concat(wanted.specificMachineIds().stream(), wanted.excludedMachineIds().stream())
                .filter(id -> !Subject.holds(here, id))
                .distinct()
                .toList();
    }

    private static List<String> requiredSkipped(Subject subject, Deployment wanted) {
        return subject.process()
                .actions()
                .filter(action -> action.mustRun() && !action.isDisabled())
                .filter(action -> Subject.holds(wanted.skipActions(), action.key()))
                .map(Action::label)
                .toList();
    }

    private DeploymentFacts.Targets targets(Subject subject, Deployment wanted) {
        List<ForecastAction> needing =
                forecast
                        .of(
                                subject.process(),
                                subject.place(),
                                subject.chosen(wanted).toList())
                        .stream()
                        .filter(action -> action.applies() && !action.disabled())
                        .filter(action -> !Subject.holds(wanted.skipActions(), action.actionId()))
                        .filter(action -> !action.roles().isEmpty())
                        .toList();
        return new DeploymentFacts.Targets(
                !needing.isEmpty(),
                needing.stream().anyMatch(action -> !action.lacksTargets()),
                subject.project().value().projectConnectivityPolicy().allowDeploymentsToNoTargets(),
                needing.stream()
                        .flatMap(action -> action.roles().stream())
                        .distinct()
                        .toList(),
                needing.stream()
                        .filter(action -> !action.skippable() && action.lacksTargets())
                        .map(ForecastAction::actionName)
                        .toList());
    }
}
