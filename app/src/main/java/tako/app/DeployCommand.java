package tako.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tako.app.client.ApiClient;
import tako.app.client.Delivery;
import tako.app.client.QuestionTeller;
import tako.app.client.Questions;
import tako.app.client.RequestRefused;
import tako.app.client.ServerUnreachable;

/** {@code tako deploy}: deploys a release and shows its log until it has ended. */
@Command(
        name = "deploy",
        mixinStandardHelpOptions = true,
        description =
                "Deploy a release to an environment, show its log, and end with 0 if it succeeded, 1 if it failed."
                        + " When it waits for an answer, it says of whom and how, and goes on with it.",
        sortOptions = false)
final class DeployCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ReleaseOptions wanted;

    @Mixin
    private ClientOptions client;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    DeployCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (ApiClient api = client.connect()) {
            Consumer<String> lines = line -> {
                out.println(line);
                out.flush();
            };
            var delivery = new Delivery(api, client.space(), new CountDownLatch(1), lines);
            var teller = new QuestionTeller(new Questions(api, client.space()), lines);
            return delivery.deploy(wanted.project(), wanted.release(), wanted.environment(), teller)
                            .success()
                    ? 0
                    : 1;
        } catch (RequestRefused | ServerUnreachable refused) {
            throw new StartRefused(String.valueOf(refused.getMessage()));
        }
    }
}
