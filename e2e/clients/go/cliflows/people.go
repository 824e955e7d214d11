package main

import (
	"fmt"
	"strings"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/client"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/teams"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/users"
)

// createUser makes a user with an API key and prints the key.
func createUser(c *cli) (string, error) {
	server, err := c.server()
	if err != nil {
		return "", err
	}
	user := users.NewUser(c.user, c.user)
	user.EmailAddress = c.user + "@example.org"
	user.Password = c.password
	made, err := server.Users.Add(user)
	if err != nil {
		return "", err
	}
	key, err := server.APIKeys.Create(users.NewAPIKey("cliflows", made.ID))
	if err != nil {
		return "", fmt.Errorf("creating an API key of %s: %w", made.ID, err)
	}
	return key.APIKey, nil
}

func listUsers(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	all, err := scoped.Users.GetAll()
	if err != nil {
		return "", err
	}
	var found []string
	for _, user := range all {
		found = append(found, user.Username)
	}
	return strings.Join(found, ", "), nil
}

// createTeam makes a team of the space with the user as its member.
func createTeam(c *cli) (string, error) {
	scoped, space, err := c.inSpace()
	if err != nil {
		return "", err
	}
	member, err := c.findUser(scoped)
	if err != nil {
		return "", err
	}
	team := teams.NewTeam(c.team)
	team.SpaceID = space.ID
	team.MemberUserIDs = []string{member.ID}
	made, err := scoped.Teams.Add(team)
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

// viewTeam reads a team and the names of its members.
func viewTeam(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	all, err := scoped.Teams.GetByPartialName(c.team)
	if err != nil {
		return "", err
	}
	for _, team := range all {
		if team.Name == c.team {
			return memberNames(scoped, team)
		}
	}
	return "", fmt.Errorf("there is no team %s", c.team)
}

func memberNames(scoped *client.Client, team *teams.Team) (string, error) {
	page, err := scoped.Users.Get(users.UsersQuery{IDs: team.MemberUserIDs, Take: len(team.MemberUserIDs)})
	if err != nil {
		return "", fmt.Errorf("reading the members of %s: %w", team.ID, err)
	}
	var found []string
	for _, user := range page.Items {
		found = append(found, user.Username)
	}
	return strings.Join(found, ", "), nil
}

func (c *cli) findUser(scoped *client.Client) (*users.User, error) {
	page, err := scoped.Users.Get(users.UsersQuery{Filter: c.user})
	if err != nil {
		return nil, fmt.Errorf("finding user %s: %w", c.user, err)
	}
	for _, user := range page.Items {
		if user.Username == c.user {
			return user, nil
		}
	}
	return nil, fmt.Errorf("there is no user %s", c.user)
}
