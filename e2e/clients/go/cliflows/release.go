package main

import (
	"fmt"
	"strings"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/channels"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/deployments"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/releases"
)

func createRelease(c *cli) (string, error) {
	scoped, space, err := c.inSpace()
	if err != nil {
		return "", err
	}
	if _, err := c.findProject(scoped); err != nil {
		return "", err
	}
	command := releases.NewCreateReleaseCommandV1(space.ID, c.project)
	command.ReleaseVersion = c.version
	if c.packages != "" {
		command.Packages = strings.Split(c.packages, ",")
	}
	made, err := releases.CreateReleaseV1(scoped, command)
	if err != nil {
		return "", err
	}
	release, err := scoped.Releases.GetByID(made.ReleaseID)
	if err != nil {
		return "", fmt.Errorf("reading release %s: %w", made.ReleaseID, err)
	}
	channel, err := scoped.Channels.GetByID(release.ChannelID)
	if err != nil {
		return "", fmt.Errorf("reading channel %s: %w", release.ChannelID, err)
	}
	return fmt.Sprintf("%s of channel %s", made.ReleaseVersion, channel.Name), nil
}

func listReleases(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	project, err := c.findProject(scoped)
	if err != nil {
		return "", err
	}
	all, err := scoped.Projects.GetReleases(project)
	if err != nil {
		return "", err
	}
	seen := map[string]bool{}
	var channelIDs, found []string
	for _, release := range all {
		found = append(found, release.Version)
		if !seen[release.ChannelID] {
			seen[release.ChannelID] = true
			channelIDs = append(channelIDs, release.ChannelID)
		}
	}
	if _, err := scoped.Channels.Get(channels.Query{IDs: channelIDs, Take: len(channelIDs)}); err != nil {
		return "", fmt.Errorf("reading channels: %w", err)
	}
	return strings.Join(found, ", "), nil
}

func deployRelease(c *cli) (string, error) {
	scoped, space, err := c.inSpace()
	if err != nil {
		return "", err
	}
	if _, err := c.findProject(scoped); err != nil {
		return "", err
	}
	command := deployments.NewCreateDeploymentUntenantedCommandV1(space.ID, c.project)
	command.ReleaseVersion = c.version
	command.EnvironmentNames = []string{c.environment}
	started, err := deployments.CreateDeploymentUntenantedV1(scoped, command)
	if err != nil {
		return "", err
	}
	for _, task := range started.DeploymentServerTasks {
		deployed = append(deployed, task.ServerTaskID)
	}
	project, err := c.findProject(scoped)
	if err != nil {
		return "", err
	}
	release, err := releases.GetReleaseInProject(scoped, space.ID, project.ID, c.version)
	if err != nil {
		return "", fmt.Errorf("reading release %s: %w", c.version, err)
	}
	return fmt.Sprintf("%s by %s", release.ID, strings.Join(deployed, ", ")), nil
}
