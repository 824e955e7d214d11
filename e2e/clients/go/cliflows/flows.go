package main

// flow is a command of the command line client, or what it has no command for though the module can do it.
type flow struct {
	name string
	// run performs it and says what was done.
	run func(c *cli) (string, error)
}

// flows are in the order in which they can be performed on an empty server.
var flows = []flow{
	{"space create", createSpace},
	{"space list", listSpaces},
	{"environment create", createEnvironment},
	{"environment list", listEnvironments},
	{"project-group create", createGroup},
	{"project create", createProject},
	{"account token create", createTokenAccount},
	{"deployment-target kubernetes create", createKubernetesTarget},
	{"channel create", createChannel},
	{"release create", createRelease},
	{"release list", listReleases},
	{"release deploy", deployRelease},
	{"task wait", waitForTasks},
	{"release progression prevent", preventProgression},
	{"release progression allow", allowProgression},
	{"release promote", promoteRelease},
	{"user create", createUser},
	{"user list", listUsers},
	{"team create", createTeam},
	{"team view", viewTeam},
	{"interruption view", viewInterruption},
	{"interruption take", takeInterruption},
	{"interruption submit", submitInterruption},
}

func names() []string {
	all := make([]string, 0, len(flows))
	for _, flow := range flows {
		all = append(all, flow.name)
	}
	return all
}
