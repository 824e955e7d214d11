package tako.server.projects.project;

import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Stored;

/** What happens with a project in the transaction of its deletion: releases, which know projects, provide it. */
@FunctionalInterface
public interface ProjectFollowers {
    /** Nobody: nothing is made of the projects. */
    ProjectFollowers NONE = (tx, who, project) -> {};

    /**
     * Removes what was made of a project that is about to be deleted.
     *
     * @throws tako.platform.http.Problem 400 when that cannot be removed now
     */
    void removing(Tx tx, Principal who, Stored<Project> project);
}
