package tako.e2e.transcript;

import java.time.Duration;
import tako.e2e.Setup;
import tako.e2e.Setup.ScriptedStep;

/** The recording of the official actions: a project that deploys to Dev by a script. */
record ActionsScene(ProjectScene project) implements Scene {
    /** Makes the project. */
    static ActionsScene of(Setup setup) {
        setup.environment("Dev");
        setup.project("Web", new ScriptedStep("Say hello", "", "echo hello"));
        return new ActionsScene(new ProjectScene(setup, "Web"));
    }

    @Override
    public Names names() {
        return project.names();
    }

    @Override
    public void before(RecordedCall call) {
        if (call.path().contains("/tasks?")) {
            project.deployments()
                    .forEach(deployment ->
                            project.setup().ended(deployment.path("TaskId").asString(), Duration.ofSeconds(60)));
        }
    }
}
