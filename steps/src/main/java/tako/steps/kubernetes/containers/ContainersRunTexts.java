package tako.steps.kubernetes.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.manifest.Manifest;

/** What follows from a stage that failed, for people: what was done, and what was not. Pure. */
final class ContainersRunTexts {
    private ContainersRunTexts() {}

    /** The sentences, in the order of the stages that did not happen. */
    static List<String> consequences(ContainersRunStage failed, ContainersRendering rendering) {
        var texts = new ArrayList<String>();
        rendering.objects().workload().ifPresent(workload -> texts.addAll(workload(failed, workload)));
        if (!ContainersRunStage.SERVICE.isBefore(failed)) {
            rendering.objects().service().ifPresent(service -> texts.add(service(failed, service, rendering)));
        }
        if (!ContainersRunStage.INGRESS.isBefore(failed)) {
            rendering
                    .objects()
                    .ingress()
                    .ifPresent(ingress -> texts.add("The ingress rules for " + ingress.name() + " were not updated."));
        }
        texts.addAll(left(rendering));
        return texts;
    }

    private static List<String> workload(ContainersRunStage failed, Manifest workload) {
        return switch (failed) {
            case PARTS, WORKLOAD -> List.of("The " + workload.kind() + " was not created or updated.");
            case ROLLOUT, CHECK -> List.of("The " + workload.kind() + " " + workload.name() + " failed.");
            case SERVICE, INGRESS, CLEAN_UP -> List.of();
        };
    }

    private static String service(ContainersRunStage failed, Manifest service, ContainersRendering rendering) {
        boolean swap = rendering.strategy() == Strategy.BLUE_GREEN && failed == ContainersRunStage.ROLLOUT;
        return "The service " + service.name() + " was not updated"
                + (swap
                        ? ", and does not point to the failed Deployment, meaning the blue/green swap was not performed."
                        : ".");
    }

    /** What earlier deployments left behind stays. */
    static List<String> left(ContainersRendering rendering) {
        if (rendering.objects().workload().isEmpty()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        if (rendering.strategy() == Strategy.BLUE_GREEN) {
            texts.add("The previous Deployments were not removed.");
        }
        ifPresent(rendering.objects().configMap(), texts, "The previous config maps were not removed.");
        ifPresent(rendering.objects().secret(), texts, "The previous secrets were not removed.");
        if (!rendering.objects().customResources().isEmpty()) {
            texts.add("The previous custom resources were not removed.");
        }
        return texts;
    }

    private static void ifPresent(Optional<Manifest> object, List<String> texts, String text) {
        object.ifPresent(_ -> texts.add(text));
    }
}
