package tako.server.delivery.run;

import tako.platform.database.View;
import tako.server.projects.variable.ReferenceMembers.Named;
import tako.server.projects.variable.TargetVariables.Contribution;

/** Tells what a variable stands for whose value is the id of a document: {@code Web.CertificatePem}. */
@FunctionalInterface
public interface MembersOf {
    /**
     * The members of a variable, as the document is now.
     *
     * @throws tako.server.resource.NotForEnvironment when it may not be used there
     */
    Contribution of(View view, Named named);
}
