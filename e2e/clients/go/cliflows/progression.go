package main

import (
	"fmt"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/client"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/defects"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/releases"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/spaces"
)

func preventProgression(c *cli) (string, error) {
	scoped, release, blocked, err := c.releaseWithBlock()
	if err != nil {
		return "", err
	}
	if blocked {
		return "", fmt.Errorf("release %s is prevented already", c.version)
	}
	command, err := defects.NewCreateReleaseDefectCommand(release.ID, c.reason)
	if err != nil {
		return "", err
	}
	if _, err := defects.Create(scoped, release.SpaceID, command); err != nil {
		return "", fmt.Errorf("reporting a defect of %s: %w", release.ID, err)
	}
	return release.ID, nil
}

func allowProgression(c *cli) (string, error) {
	scoped, release, blocked, err := c.releaseWithBlock()
	if err != nil {
		return "", err
	}
	if !blocked {
		return "", fmt.Errorf("release %s is not prevented", c.version)
	}
	command, err := defects.NewResolveReleaseDefectCommand(release.ID)
	if err != nil {
		return "", err
	}
	if _, err := defects.Resolve(scoped, release.SpaceID, command); err != nil {
		return "", fmt.Errorf("resolving the defect of %s: %w", release.ID, err)
	}
	return release.ID, nil
}

// promoteRelease deploys the release to where its progression says that it may go next. The command line client has no command for it.
func promoteRelease(c *cli) (string, error) {
	scoped, _, release, err := c.releaseInSpace()
	if err != nil {
		return "", err
	}
	progression, err := scoped.Deployments.GetProgression(release)
	if err != nil {
		return "", fmt.Errorf("reading the progression of %s: %w", release.ID, err)
	}
	if len(progression.NextDeployments) == 0 {
		return "", fmt.Errorf("release %s may go nowhere next", c.version)
	}
	next, err := scoped.Environments.GetByID(progression.NextDeployments[0])
	if err != nil {
		return "", fmt.Errorf("reading environment %s: %w", progression.NextDeployments[0], err)
	}
	c.environment = next.Name
	if _, err := deployRelease(c); err != nil {
		return "", err
	}
	return next.Name, nil
}

// releaseWithBlock finds the release, and whether a defect holds it back.
func (c *cli) releaseWithBlock() (*client.Client, *releases.Release, bool, error) {
	scoped, _, release, err := c.releaseInSpace()
	if err != nil {
		return nil, nil, false, err
	}
	blocked, err := isBlocked(scoped, release)
	return scoped, release, blocked, err
}

func isBlocked(scoped *client.Client, release *releases.Release) (bool, error) {
	all, err := defects.GetAll(scoped, release.SpaceID, release.ID)
	if err != nil {
		return false, fmt.Errorf("listing defects of %s: %w", release.ID, err)
	}
	for _, defect := range all {
		if defect.Status == defects.DefectStatusUnresolved {
			return true, nil
		}
	}
	return false, nil
}

// releaseInSpace finds the project, then its release by the version.
func (c *cli) releaseInSpace() (*client.Client, *spaces.Space, *releases.Release, error) {
	scoped, space, err := c.inSpace()
	if err != nil {
		return nil, nil, nil, err
	}
	project, err := c.findProject(scoped)
	if err != nil {
		return nil, nil, nil, err
	}
	release, err := releases.GetReleaseInProject(scoped, space.ID, project.ID, c.version)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("finding release %s: %w", c.version, err)
	}
	return scoped, space, release, nil
}
