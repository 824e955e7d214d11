package main

import (
	"fmt"
	"strings"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/environments"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/spaces"
)

const administrators = "Octopus Administrators"

func createSpace(c *cli) (string, error) {
	server, err := c.server()
	if err != nil {
		return "", err
	}
	teams, err := server.Teams.GetAll()
	if err != nil {
		return "", fmt.Errorf("listing teams: %w", err)
	}
	if _, err := server.Users.GetAll(); err != nil {
		return "", fmt.Errorf("listing users: %w", err)
	}
	space := spaces.NewSpace(c.space)
	for _, team := range teams {
		if team.Name == administrators {
			space.SpaceManagersTeams = []string{team.ID}
		}
	}
	if len(space.SpaceManagersTeams) == 0 {
		return "", fmt.Errorf("there is no team %s", administrators)
	}
	space.SpaceManagersTeamMembers = nil
	made, err := server.Spaces.Add(space)
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

func listSpaces(c *cli) (string, error) {
	server, err := c.server()
	if err != nil {
		return "", err
	}
	all, err := server.Spaces.GetAll()
	if err != nil {
		return "", err
	}
	var found []string
	for _, space := range all {
		found = append(found, space.Name)
	}
	return strings.Join(found, ", "), nil
}

func createEnvironment(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	made, err := scoped.Environments.Add(environments.NewEnvironment(c.environment))
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

func listEnvironments(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	page, err := scoped.Environments.Get(environments.EnvironmentsQuery{})
	if err != nil {
		return "", err
	}
	all, err := page.GetAllPages(scoped.Environments.GetClient())
	if err != nil {
		return "", err
	}
	var found []string
	for _, environment := range all {
		found = append(found, environment.Name)
	}
	return strings.Join(found, ", "), nil
}
