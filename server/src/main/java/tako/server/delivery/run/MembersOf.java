package tako.server.delivery.run;

import tako.platform.database.View;
import tako.server.projects.variable.TargetVariables.Contribution;

/** Tells what a variable stands for whose value is the id of a document: {@code Web.CertificatePem}. */
@FunctionalInterface
public interface MembersOf {
    /** The members of a variable that has this value, as the document is now. */
    Contribution of(View view, String variable, String id);
}
