package tako.server.projects.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tako.server.resource.NameKey;
import tako.server.resource.Slug;

/**
 * Gives steps, actions and packages the ids, names and slugs that a client left out. What is there stays: an id that
 * comes back, a slug that was sent, and, found by its id, the slug something had before, so that a rename changes no slug.
 * A step without a name is called as its first action and an action without one as its step.
 */
final class ProcessIdentities {
    private final Supplier<String> ids;
    private final Map<String, String> slugsBefore = new HashMap<>();
    private final Set<String> stepSlugs = new HashSet<>();
    private final Set<String> actionSlugs = new HashSet<>();

    /** @param ids new GUIDs */
    ProcessIdentities(DeploymentProcess sent, DeploymentProcess before, Supplier<String> ids) {
        this.ids = ids;
        before.steps().forEach(step -> remember(step.key(), step.slug()));
        before.actions().forEach(action -> remember(action.key(), action.slug()));
        sent.steps().forEach(step -> reserve(stepSlugs, step.key(), step.slug()));
        sent.actions().forEach(action -> reserve(actionSlugs, action.key(), action.slug()));
    }

    DeploymentProcess complete(DeploymentProcess sent) {
        return sent.withSteps(sent.steps().stream().map(this::complete).toList());
    }

    private Step complete(Step step) {
        String ofAction = step.actions().stream().map(Action::label).findFirst().orElse("");
        String name = step.label().isEmpty() ? ofAction : step.label();
        List<Action> actions = new ArrayList<>();
        step.actions().forEach(action -> actions.add(complete(action, name)));
        return step.withIdentity(identity(step.key(), name, step.slug(), stepSlugs), actions);
    }

    private Action complete(Action action, String stepName) {
        String name = action.label().isEmpty() ? stepName : action.label();
        List<ActionPackage> packages = action.packages().stream()
                .map(one -> one.withId(idOr(one.id())))
                .toList();
        return action.withIdentity(identity(action.key(), name, action.slug(), actionSlugs), packages);
    }

    private Identity identity(String id, String name, @Nullable String sentSlug, Set<String> taken) {
        String known = sentSlug == null || sentSlug.isBlank() ? slugsBefore.getOrDefault(id, "") : sentSlug.strip();
        String slug =
                known.isEmpty() ? Slug.free(Slug.of(name), candidate -> taken.contains(NameKey.of(candidate))) : known;
        taken.add(NameKey.of(slug));
        return new Identity(idOr(id), name, slug);
    }

    private String idOr(@Nullable String sent) {
        return sent == null || sent.isBlank() ? ids.get() : sent.strip();
    }

    private void remember(String id, @Nullable String slug) {
        if (slug != null && !id.isBlank()) {
            slugsBefore.put(id, slug);
        }
    }

    private void reserve(Set<String> taken, String id, @Nullable String sentSlug) {
        String slug = sentSlug == null || sentSlug.isBlank() ? slugsBefore.getOrDefault(id, "") : sentSlug;
        if (!slug.isBlank()) {
            taken.add(NameKey.of(slug));
        }
    }
}
