// Releases a project, deploys it and waits for the task, with the official client.
// Arguments: space, project, environment. Environment: SERVER_URL, API_KEY. The last line it prints is JSON.
import { createRequire } from "node:module";

const { Client, ReleaseRepository, DeploymentRepository, ServerTaskWaiter } = createRequire(import.meta.url)(
  "@octopusdeploy/api-client",
);
const [spaceName, project, environment] = process.argv.slice(2);

const client = await Client.create({
  userAgentApp: "tako-e2e",
  instanceURL: process.env.SERVER_URL,
  apiKey: process.env.API_KEY,
});
const release = await new ReleaseRepository(client, spaceName).create({ spaceName, ProjectName: project });
const deployments = new DeploymentRepository(client, spaceName);
const created = await deployments.create({
  spaceName,
  ProjectName: project,
  ReleaseVersion: release.ReleaseVersion,
  EnvironmentNames: [environment],
});
const states = [];
const tasks = await new ServerTaskWaiter(client, spaceName).waitForServerTasksToComplete(
  created.DeploymentServerTasks.map((task) => task.ServerTaskId),
  200,
  60_000,
  (task) => states.push(task.State),
);
const found = await deployments.list({ ids: created.DeploymentServerTasks.map((task) => task.DeploymentId) });
console.log(
  JSON.stringify({
    version: release.ReleaseVersion,
    tasks: tasks.map(({ Id, State, FinishedSuccessfully }) => ({ Id, State, FinishedSuccessfully })),
    deployments: found.Items.map(({ Id, TaskId, EnvironmentId }) => ({ Id, TaskId, EnvironmentId })),
    polls: states.length,
  }),
);
