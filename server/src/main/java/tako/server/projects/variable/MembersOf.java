package tako.server.projects.variable;

import tako.platform.database.View;

/** Tells what a variable stands for whose value is the id of a document: {@code Web.CertificatePem}. */
@FunctionalInterface
public interface MembersOf {
    /**
     * The members of a variable, as the document is now.
     *
     * @throws tako.server.resource.NotForEnvironment when it may not be used there
     */
    TargetVariables.Contribution of(View view, ReferenceMembers.Named named);
}
