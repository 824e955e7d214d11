package main

import (
	"fmt"
	"net/url"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/accounts"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/client"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/core"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/machines"
)

func createTokenAccount(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	account, err := accounts.NewTokenAccount(c.account, core.NewSensitiveValue(c.token))
	if err != nil {
		return "", err
	}
	made, err := scoped.Accounts.Add(account)
	if err != nil {
		return "", err
	}
	return made.GetID(), nil
}

func createKubernetesTarget(c *cli) (string, error) {
	scoped, _, err := c.inSpace()
	if err != nil {
		return "", err
	}
	environment, err := c.environmentID(scoped)
	if err != nil {
		return "", err
	}
	endpoint, err := c.endpoint(scoped)
	if err != nil {
		return "", err
	}
	target := machines.NewDeploymentTarget(c.target, endpoint, []string{environment}, []string{c.role})
	policies, err := scoped.MachinePolicies.GetAll()
	if err != nil {
		return "", fmt.Errorf("listing machine policies: %w", err)
	}
	for _, policy := range policies {
		if policy.IsDefault {
			target.MachinePolicyID = policy.ID
		}
	}
	if _, err := scoped.Tenants.GetAll(); err != nil {
		return "", fmt.Errorf("listing tenants: %w", err)
	}
	made, err := scoped.Machines.Add(target)
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

func (c *cli) environmentID(scoped *client.Client) (string, error) {
	all, err := scoped.Environments.GetAll()
	if err != nil {
		return "", fmt.Errorf("listing environments: %w", err)
	}
	for _, environment := range all {
		if environment.Name == c.environment {
			return environment.ID, nil
		}
	}
	return "", fmt.Errorf("there is no environment %s", c.environment)
}

// endpoint is the cluster's, with the token account by its name.
func (c *cli) endpoint(scoped *client.Client) (*machines.KubernetesEndpoint, error) {
	address, err := url.Parse(c.cluster)
	if err != nil {
		return nil, err
	}
	found, err := scoped.Accounts.Get(accounts.AccountsQuery{PartialName: c.account})
	if err != nil {
		return nil, fmt.Errorf("finding account %s: %w", c.account, err)
	}
	endpoint := machines.NewKubernetesEndpoint(address)
	endpoint.Namespace = c.namespace
	endpoint.ClusterCertificate = c.certificate
	for _, account := range found.Items {
		if account.GetName() == c.account {
			authentication := machines.NewKubernetesStandardAuthentication("")
			authentication.AccountID = account.GetID()
			endpoint.Authentication = authentication
			return endpoint, nil
		}
	}
	return nil, fmt.Errorf("there is no account %s", c.account)
}
