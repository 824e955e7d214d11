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
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintf(os.Stderr, "Name the flows to perform, in order. There are: %s\n", strings.Join(names(), ", "))
		os.Exit(2)
	}
	for _, name := range flag.Args() {
		if err := perform(name, s); err != nil {
			fmt.Fprintf(os.Stderr, "%s FAILED: %v\n", name, err)
			os.Exit(1)
		}
	}
}

// perform does one flow and prints what it did, then the calls that it made, indented.
func perform(name string, s settings) error {
	for _, flow := range flows {
		if flow.name != name {
			continue
		}
		calls := &recorder{}
		done, err := flow.run(&cli{settings: s, calls: calls})
		if err == nil {
			fmt.Printf("%s: %s\n", name, done)
		}
		calls.print()
		return err
	}
	return fmt.Errorf("there is no such flow; there are: %s", strings.Join(names(), ", "))
}
