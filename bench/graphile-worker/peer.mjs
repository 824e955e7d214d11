// Jobs through graphile-worker, added and run in this process. One measurement for each line of standard input, a JSON object; its outcome
// is one line of standard output. Ends with its input.
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { Logger, run } from 'graphile-worker';
import pg from 'pg';

const version = createRequire(import.meta.url)('graphile-worker/package.json').version;
const now = () => Number(process.hrtime.bigint());
const silent = new Logger(() => () => {});

/** Runs a worker on an empty database while `work` is measured; then checks that nothing is left. */
async function measured({ database, slots, connections, jobs }, work) {
    const added = new Array(jobs);
    const started = new Array(jobs);
    let ran = 0;
    let repeated = 0;
    const bench = ({ number }) => {
        const at = now();
        repeated += started[number] === undefined ? 0 : 1;
        started[number] ??= at;
        ran++;
    };
    const pgPool = new pg.Pool({ connectionString: database, max: connections });
    pgPool.on('error', (lost) => console.error(lost.message));
    pgPool.on('connect', (client) => client.on('error', (lost) => console.error(lost.message)));
    const left = async () => {
        const { rows } = await pgPool.query('select count(*)::int as jobs from graphile_worker._private_jobs');
        return rows[0].jobs;
    };
    const runner = await run({
        pgPool,
        concurrency: slots,
        pollInterval: 1000,
        noHandleSignals: true,
        logger: silent,
        taskList: { bench },
    });
    try {
        const add = (number) => {
            added[number] = now();
            return runner.addJob('bench', { number });
        };
        await work(add);
        await until(() => ran >= jobs);
        await until(async () => (await left()) === 0);
        const nanos = started.map((at, number) => at - added[number]);
        return { nanos, repeated, elapsed: Math.max(...started) - Math.min(...added) };
    } finally {
        await runner.stop();
        await pgPool.end();
    }
}

/** As many jobs as the worker takes: each adder adds the next one when its last is stored. */
const flatOut = ({ jobs, adders }) => async (add) => {
    let next = 0;
    const adder = async () => {
        while (next < jobs) {
            await add(next++);
        }
    };
    await Promise.all(Array.from({ length: adders }, adder));
};

/** Jobs at an even rate a second, whatever became of those before; what is due is added every millisecond. */
const evenly = ({ jobs, rate }) => async (add) => {
    const adding = [];
    const start = now();
    for (let number = 0; number < jobs; ) {
        while (number < jobs && now() - start >= (number * 1e9) / rate) {
            adding.push(add(number++));
        }
        await pause(1);
    }
    await Promise.all(adding);
};

async function until(holds) {
    const start = now();
    while (!(await holds())) {
        if (now() - start > 120e9) {
            throw new Error('Jobs are left after two minutes');
        }
        await pause(5);
    }
}

for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    const work = asked.rate ? evenly(asked) : flatOut(asked);
    const outcome = await measured(asked, work);
    process.stdout.write(JSON.stringify({ ...outcome, version, node: process.version }) + '\n');
}
