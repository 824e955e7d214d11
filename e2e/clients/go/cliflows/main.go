// Command cliflows does on the official client module what the command line client does, call by call.
//
//	cliflows [flags] FLOW...
//
// It prints one line per flow and ends with status 1 at the first that fails. OCTOPUS_URL and OCTOPUS_API_KEY name the server and the key;
// CLUSTER_TOKEN is the token of "account token create".
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// settings are the names that the flows use, and where the cluster is.
type settings struct {
	url, key           string
	space, environment string
	group, project     string
	account, token     string
	target, role       string
	cluster, namespace string
	certificate        string
	channel, version   string
	packages           string
	wait               time.Duration
	tasks              string
	cancel             bool
	reason, result     string
	user, password     string
	team               string
}

func main() {
	s := settings{url: os.Getenv("OCTOPUS_URL"), key: os.Getenv("OCTOPUS_API_KEY"), token: os.Getenv("CLUSTER_TOKEN")}
	flag.StringVar(&s.space, "space", "S2", "`name` of the space to create; all else is made in the default space")
	flag.StringVar(&s.environment, "environment", "Dev", "`name` of the environment")
	flag.StringVar(&s.group, "group", "G1", "`name` of the project group to create")
	flag.StringVar(&s.project, "project", "P1", "`name` of the project")
	flag.StringVar(&s.account, "account", "tok", "`name` of the account")
	flag.StringVar(&s.target, "target", "k1", "`name` of the deployment target")
	flag.StringVar(&s.role, "role", "k8s", "target `tag` of the deployment target")
	flag.StringVar(&s.cluster, "cluster", "", "`address` of the cluster's API server")
	flag.StringVar(&s.namespace, "namespace", "", "`namespace` of the deployment target")
	flag.StringVar(&s.certificate, "certificate", "", "`id` of the certificate of the cluster's authority")
	flag.StringVar(&s.channel, "channel", "Beta", "`name` of the channel to create")
	flag.StringVar(&s.version, "version", "1.0.0", "`version` of the release")
	flag.StringVar(&s.packages, "packages", "", "versions of packages, as `Step:Reference:Version` with commas between")
	flag.DurationVar(&s.wait, "wait", 2*time.Minute, "how `long` to wait for the task")
	flag.StringVar(&s.tasks, "tasks", "", "`ids` of the tasks, with commas between; without, those that this process started")
	flag.BoolVar(&s.cancel, "cancel-on-timeout", false, "cancel the tasks that have not completed in time")
	flag.StringVar(&s.reason, "reason", "bad", "`why` progression is prevented, or the notes of an answer")
	flag.StringVar(&s.result, "result", "Proceed", "the `answer` to an interruption")
	flag.StringVar(&s.user, "user", "", "`name` of the user")
	flag.StringVar(&s.password, "password", "", "`password` of the user to create, 20 characters at most")
	flag.StringVar(&s.team, "team", "", "`name` of the team")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintf(os.Stderr, "Name the flows to perform, in order. There are: %s\n", strings.Join(names(), ", "))
		os.Exit(2)
	}
	for _, name := range flag.Args() {
		if !perform(name, s) {
			os.Exit(1)
		}
	}
}

// perform does one flow and prints what it did, or why it FAILED, then the calls that it made, indented.
func perform(name string, s settings) bool {
	for _, flow := range flows {
		if flow.name != name {
			continue
		}
		calls := &recorder{}
		done, err := flow.run(&cli{settings: s, calls: calls})
		if err == nil {
			fmt.Printf("%s: %s\n", name, done)
		} else {
			fmt.Printf("%s FAILED: %v\n", name, err)
		}
		calls.print()
		return err == nil
	}
	fmt.Printf("%s FAILED: there is no such flow; there are: %s\n", name, strings.Join(names(), ", "))
	return false
}
