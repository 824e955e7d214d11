package main

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/client"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/projects"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/spaces"
)

// cli is one run of the command line client.
type cli struct {
	settings
	calls *recorder
}

// server is the client that commands about the whole server use.
func (c *cli) server() (*client.Client, error) {
	return c.client("")
}

// inSpace finds the space as each command about something in it does, and is the client for it.
func (c *cli) inSpace() (*client.Client, *spaces.Space, error) {
	server, err := c.server()
	if err != nil {
		return nil, nil, err
	}
	all, err := server.Spaces.GetAll()
	if err != nil {
		return nil, nil, fmt.Errorf("listing spaces: %w", err)
	}
	for _, space := range all {
		if space.IsDefault {
			scoped, err := c.client(space.ID)
			return scoped, space, err
		}
	}
	return nil, nil, fmt.Errorf("none of %d spaces is the default", len(all))
}

func (c *cli) client(space string) (*client.Client, error) {
	address, err := url.Parse(c.url)
	if err != nil {
		return nil, err
	}
	made, err := client.NewClientForTool(&http.Client{Transport: c.calls}, address, c.key, space, "cliflows")
	if err != nil {
		return nil, fmt.Errorf("connecting: %w", err)
	}
	return made, nil
}

// findProject looks for an id or a slug, then for the name.
func (c *cli) findProject(scoped *client.Client) (*projects.Project, error) {
	project, err := scoped.Projects.GetByIdentifier(c.project)
	if err != nil {
		return nil, fmt.Errorf("finding project %s: %w", c.project, err)
	}
	return project, nil
}
