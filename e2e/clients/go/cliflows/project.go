package main

import (
	"fmt"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/channels"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/projectgroups"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/projects"
)

// Every space is born with these.
const (
	lifecycleOfSpace = "Default Lifecycle"
	groupOfSpace     = "Default Project Group"
)

func createGroup(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	made, err := scoped.ProjectGroups.Add(projectgroups.NewProjectGroup(c.group))
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

func createProject(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	lifecycle, err := scoped.Lifecycles.GetByIDOrName(lifecycleOfSpace)
	if err != nil {
		return "", fmt.Errorf("finding %s: %w", lifecycleOfSpace, err)
	}
	group, err := scoped.ProjectGroups.GetByIDOrName(groupOfSpace)
	if err != nil {
		return "", fmt.Errorf("finding %s: %w", groupOfSpace, err)
	}
	made, err := scoped.Projects.Add(projects.NewProject(c.project, lifecycle.ID, group.ID))
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

func createChannel(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	project, err := c.findProject(scoped)
	if err != nil {
		return "", err
	}
	made, err := scoped.Channels.Add(channels.NewChannel(c.channel, project.ID))
	if err != nil {
		return "", err
	}
	return made.ID, nil
}
