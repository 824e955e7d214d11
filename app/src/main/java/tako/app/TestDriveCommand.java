package tako.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tako.app.client.ApiClient;
import tako.app.client.Questions;
import tako.app.client.RequestRefused;
import tako.app.testdrive.Answering;
import tako.app.testdrive.Desk;
import tako.app.testdrive.Place;
import tako.app.testdrive.Ports;
import tako.app.testdrive.Seeds;
import tako.app.testdrive.StandardInput;
import tako.app.testdrive.TestDrive;
import tako.app.testdrive.TestDriveFailed;
import tako.app.testdrive.TestDriveRefused;
import tako.app.testdrive.Watcher;
import tako.app.testdrive.cluster.Cluster;
import tako.app.testdrive.cluster.ClusterOrder;
import tako.app.testdrive.local.ThisMachine;
import tako.app.testdrive.mail.MailCatcher;
import tako.platform.http.CannotListen;

/** {@code tako testdrive}: the server with the tutorial in it, released and deployed. */
@Command(
        name = "testdrive",
        mixinStandardHelpOptions = true,
        description = {
            "Start the server with the tutorial seeded, create a release of Random Quotes, deploy it to Dev and Test on this machine,"
                    + " or on a Kubernetes cluster (--kubeconfig), and say where to look. Ctrl-C ends the server and everything it"
                    + " started on this machine; the next start goes on where it was.",
            "",
            "What is deployed to Test and Prod waits for sign-off. While the command runs, p and Enter proceeds with what waits, a and"
                    + " Enter aborts it (p 2 or a 2 when several wait), m and Enter shows the mails that were sent."
        },
        subcommands = MailsCommand.class,
        sortOptions = false)
final class TestDriveCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;
    private static final int TRIES = 10;
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".testdrive",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path home;

    @Option(
            names = "--application",
            paramLabel = "JAR",
            required = true,
            hidden = true,
            description = "The built application that is deployed.")
    private Path application;

    @Option(
            names = "--answer",
            paramLabel = "proceed|abort|none",
            description =
                    "How the sign-off of the test drive's own deployment to Test is answered; none leaves it waiting (default:"
                            + " whatever you type).")
    private Optional<Answering.Choice> answer = Optional.empty();

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private ServerOptions options;

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    TestDriveCommand() {}

    @Override
    public Integer call() throws IOException {
        try {
            return run(cluster.order());
        } catch (TestDriveRefused refused) {
            throw new StartRefused(String.valueOf(refused.getMessage()));
        } catch (TestDriveFailed | RequestRefused failed) {
            spec.commandLine().getErr().println(failed.getMessage());
            return 1;
        }
    }

    private int run(Optional<ClusterOrder> order) throws IOException {
        if (order.isEmpty() && !Files.isRegularFile(application)) {
            throw new StartRefused("The application " + application + " is missing. Run ./tako build first.");
        }
        var folder = new Home(home);
        var shutdown = new Shutdown();
        var watcher = new Watcher(this::say, shutdown.signal());
        try (MailCatcher mail = new MailCatcher(folder.mails());
                TakoServer server = server(folder);
                ApiClient api = new ApiClient(server.uri(), server.operator().key());
                Place place = place(order, api, watcher, folder)) {
            say("Tako listens on " + server.uri());
            var questions = new Questions(api, Seeds.SPACE_ID);
            var desk = new Desk(questions, folder.mails(), watcher, new Answering(answer, new StandardInput()));
            var drive = new TestDrive(api, place, watcher, desk);
            drive.run(mail.port());
            tell(server, drive, place);
            desk.serve();
            say("Stopping the server and what it started ...");
        } catch (InterruptedException stopped) {
            say("Stopped before everything was deployed; the next start goes on.");
        } finally {
            shutdown.done();
        }
        return 0;
    }

    /** The home that was given, for the commands below this one. */
    Path home() {
        return home;
    }

    private Place place(Optional<ClusterOrder> order, ApiClient api, Watcher watcher, Home folder) throws IOException {
        return order.isPresent()
                ? new Cluster(order.get(), api, watcher, PAGE_PATIENCE)
                : new ThisMachine(folder.folder(), application.toAbsolutePath(), watcher);
    }

    private void tell(TakoServer server, TestDrive drive, Place place) {
        say("");
        say("Random Quotes runs:");
        drive.addresses().forEach(this::say);
        say("");
        say("To deploy to Prod, in another terminal of this folder:");
        say("  ./tako deploy --home " + home + " --project \"Random Quotes\" --to Prod");
        if (drive.asksForSignOff()) {
            say("It waits for sign-off too, which is asked for here.");
        } else {
            say(
                    "It asks for no sign-off: this home holds the earlier tutorial, and what is there stays. To begin anew with");
            say("sign-off and mail, start the test drive as you did now with a new home, such as --home " + home
                    + "-2.");
        }
        say("Mails that are sent are shown here, and by");
        say("  ./tako testdrive mails --home " + home);
        server.setupLink().ifPresent(link -> {
            say("Set the administrator's password and get an API key, once:");
            say("  " + link);
        });
        say("");
        place.notes().forEach(this::say);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** At the port that was asked for, else at the first free one; another program may take that in between. */
    private TakoServer server(Home folder) {
        if (options.port().isPresent()) {
            return TakoServer.start(folder, options.settings(), System.getenv());
        }
        int port = USUAL_PORT;
        for (int more = 0; more < TRIES; more++) {
            port = Ports.free(port, 1);
            try {
                return TakoServer.start(folder, at(port), System.getenv());
            } catch (CannotListen taken) {
                port++;
            }
        }
        return TakoServer.start(folder, at(0), System.getenv());
    }

    private Map<String, String> at(int port) {
        var all = new HashMap<>(options.settings());
        all.put("http.port", Integer.toString(port));
        return all;
    }
}
