package tako.bench;

import java.util.List;
import java.util.Optional;
import tako.bench.deployment.DeploymentOverhead;
import tako.bench.harness.Benchmark;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Benchmark.Sides;
import tako.bench.harness.Jmh;
import tako.bench.log.LogWrites;
import tako.bench.masking.LogMasking;
import tako.bench.queue.QueueLatency;
import tako.bench.queue.TaskThroughput;
import tako.bench.start.StartMemory;
import tako.bench.start.StartTime;
import tako.bench.template.TemplateRendering;
import tako.bench.variables.VariableSetResolution;
import tako.bench.writes.PostgresWrites;
import tako.bench.writes.SqliteWrites;

/** Every benchmark. */
final class Benchmarks {
    static final List<Benchmark> ALL = List.of(
            new Benchmark(
                    "task-throughput",
                    new Sides("no-op tasks through our queue", "through db-scheduler's lock-and-fetch", "tasks/s"),
                    Goal.atLeast(0.5),
                    () -> TaskThroughput.of(10_000)),
            new Benchmark(
                    "queue-latency",
                    new Sides(
                            "from enqueuing until a handler's first instruction, median at half load",
                            "graphile-worker's add-to-run",
                            "ms"),
                    Goal.atMost(1.5),
                    () -> QueueLatency.of(new QueueLatency.Size(1_000, 20), Checkout.app(), Checkout.module())),
            new Benchmark(
                    "writes-sqlite",
                    new Sides(
                            "document writes with audit on SQLite", "the same statements by bare JDBC", "documents/s"),
                    Goal.atLeast(0.5),
                    () -> SqliteWrites.of(10_000)),
            new Benchmark(
                    "writes-postgres",
                    new Sides(
                            "document writes with audit on PostgreSQL",
                            "the same statements by bare JDBC",
                            "documents/s"),
                    Goal.atLeast(0.5),
                    () -> PostgresWrites.of(6_000)),
            new Benchmark(
                    "log",
                    new Sides(
                            "durable lines of the logs of 8 tasks",
                            "the same bytes in the same groups, one fdatasync each",
                            "lines/s"),
                    Goal.atLeast(0.3),
                    () -> LogWrites.of(new LogWrites.Size(100_000, 1_000_000))),
            new Benchmark(
                    "start-time",
                    new Sides("start of an existing home until ready, AOT cache, two cores", "one second", "s"),
                    Goal.atMost(1.0),
                    () -> StartTime.of(Checkout.app())),
            new Benchmark(
                    "start-memory",
                    new Sides("resident memory of the idle server", "of the JDK's HttpServer with one page", "MB"),
                    Goal.atMost(4.0),
                    () -> StartMemory.of(Checkout.app())),
            new Benchmark(
                    "deployment-overhead",
                    new Sides(
                            "a deployment of 20 ConfigMaps and one Deployment through Tako",
                            "the same server-side applies and one watch with the same client",
                            "s"),
                    Goal.atMost(1.25),
                    () -> DeploymentOverhead.of(Checkout.app(), 60)),
            new Benchmark(
                    "octostache",
                    new Sides(
                            "cached rendering of a 1 KB manifest, 1,000 variables in scope",
                            "the median of FreeMarker, Pebble and Handlebars.java",
                            "renderings/s"),
                    Goal.atLeast(1.0),
                    () -> TemplateRendering.of(Jmh.USUAL)),
            new Benchmark(
                    "variables",
                    new Sides("10,000 variable values indexed for a deployment", "20 ms", "ms"),
                    Goal.atMost(1.0),
                    () -> VariableSetResolution.of(Jmh.USUAL)),
            new Benchmark(
                    "masking",
                    new Sides("a log with 200 secrets masked on one core", "100 MB/s", "MB/s"),
                    Goal.atLeast(1.0),
                    () -> LogMasking.of(Jmh.USUAL)));

    private Benchmarks() {}

    static Optional<Benchmark> named(String name) {
        return ALL.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
    }

    /** The names as people read them. */
    static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }
}
