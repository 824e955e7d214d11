package tako.server.projects.variable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a value comes from. Between equal scores the later source wins. */
public enum VariableSource {
    /** What the server sets unless somebody does. */
    DEFAULT(null),
    /** A library set. */
    LIBRARY(null),
    /** The project. */
    PROJECT(null),
    /** The tenant's answers to templates. */
    TENANT(ScopeRank.TENANT),
    /** An action's properties and template parameters, scoped to the action. */
    ACTION(null),
    /** An output of an action that ran. */
    OUTPUT(null),
    /** The deployment that started this one. */
    PARENT_DEPLOYMENT(ScopeRank.PARENT_DEPLOYMENT),
    /** The trigger that started this deployment. */
    TRIGGER(ScopeRank.TRIGGER),
    /** An answer to a prompt. */
    PROMPT(ScopeRank.PROMPT),
    /** The server. */
    SYSTEM(ScopeRank.SYSTEM);

    private final Optional<ScopeRank> rank;

    VariableSource(@Nullable ScopeRank rank) {
        this.rank = Optional.ofNullable(rank);
    }

    /** What the source itself adds to the score of its values. */
    int score() {
        return rank.map(ScopeRank::score).orElse(0);
    }
}
