package tako.server.projects.variable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds variables with several values that nothing tells apart: the same place and the same scope, so that only their order decides. Pure. */
public final class Duplicates {
    private Duplicates() {}

    private record Alike(String key, VariableSource source, Map<String, List<String>> scope) {}

    /** The names of such variables among the candidates that fit a deployment, each once. */
    public static Set<String> names(Collection<Candidate> candidates, DeploymentScope deployment) {
        Map<Alike, Candidate> first = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            if (isWritten(candidate.source()) && Fit.score(candidate, deployment) != Fit.MISS) {
                Candidate before = first.putIfAbsent(alike(candidate), candidate);
                if (before != null && !before.value().equals(candidate.value())) {
                    names.add(before.name());
                }
            }
        }
        return names;
    }

    private static Alike alike(Candidate candidate) {
        return new Alike(
                Candidate.key(candidate.name()),
                candidate.source(),
                candidate.scope().dimensions());
    }

    private static boolean isWritten(VariableSource source) {
        return switch (source) {
            case LIBRARY, PROJECT -> true;
            case DEFAULT, TENANT, ACTION, OUTPUT, PARENT_DEPLOYMENT, TRIGGER, PROMPT, SYSTEM -> false;
        };
    }
}
