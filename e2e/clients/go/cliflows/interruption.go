package main

import (
	"fmt"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/client"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/interruptions"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/newclient"
)

// The module's service of interruptions cannot filter, so this is asked by the module's general means.
const interruptionsOfSpace = "/api/{spaceId}/interruptions{?skip,take,regarding,pendingOnly,ids}"

func viewInterruption(c *cli) (string, error) {
	_, question, err := c.pendingInterruption()
	if err != nil {
		return "", err
	}
	return question.Title, nil
}

func takeInterruption(c *cli) (string, error) {
	scoped, question, err := c.pendingInterruption()
	if err != nil {
		return "", err
	}
	if _, err := scoped.Interruptions.TakeResponsibility(question); err != nil {
		return "", err
	}
	responsible, err := scoped.Interruptions.GetResponsibility(question)
	if err != nil {
		return "", fmt.Errorf("reading who is responsible for %s: %w", question.ID, err)
	}
	return responsible.Username, nil
}

func submitInterruption(c *cli) (string, error) {
	scoped, question, err := c.pendingInterruption()
	if err != nil {
		return "", err
	}
	form := interruptions.NewInterruptionSubmitRequest()
	form.Result = c.result
	form.Notes = c.reason
	answered, err := scoped.Interruptions.Submit(question, form)
	if err != nil {
		return "", err
	}
	if answered.IsPending {
		return "", fmt.Errorf("%s is still pending", answered.ID)
	}
	return answered.Form.Values["Result"], nil
}

// pendingInterruption is the question that the task waits for.
func (c *cli) pendingInterruption() (*client.Client, *interruptions.Interruption, error) {
	scoped, space, err := c.inSpace()
	if err != nil {
		return nil, nil, err
	}
	query := interruptions.InterruptionsQuery{Regarding: c.tasks, PendingOnly: true}
	page, err := newclient.GetByQuery[interruptions.Interruption](scoped, interruptionsOfSpace, space.ID, query)
	if err != nil {
		return nil, nil, fmt.Errorf("listing what %s waits for: %w", c.tasks, err)
	}
	if len(page.Items) != 1 {
		return nil, nil, fmt.Errorf("%s waits for %d questions", c.tasks, len(page.Items))
	}
	return scoped, page.Items[0], nil
}
