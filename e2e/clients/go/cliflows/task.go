package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/client"
	"github.com/OctopusDeploy/go-octopusdeploy/v2/pkg/tasks"
)

// deployed are the tasks that "release deploy" and "release promote" started in this process.
var deployed []string

func waitForTasks(c *cli) (string, error) {
	awaited := deployed
	if c.tasks != "" {
		awaited = strings.Split(c.tasks, ",")
	}
	if len(awaited) == 0 {
		return "", fmt.Errorf("nothing was deployed before, and no task is named")
	}
	scoped, space, err := c.inSpace()
	if err != nil {
		return "", err
	}
	for end := time.Now().Add(c.wait); ; time.Sleep(500 * time.Millisecond) {
		page, err := scoped.Tasks.Get(tasks.TasksQuery{IDs: awaited})
		if err != nil {
			return "", err
		}
		if len(page.Items) != len(awaited) {
			return "", fmt.Errorf("the server knows %d of %d tasks", len(page.Items), len(awaited))
		}
		open := incomplete(page.Items)
		if len(open) == 0 {
			return states(page.Items), nil
		}
		if time.Now().After(end) {
			return "", c.giveUp(scoped, space.ID, open)
		}
	}
}

// giveUp cancels tasks if that is wished, and is the error to end with.
func (c *cli) giveUp(scoped *client.Client, space string, open []string) error {
	complaint := fmt.Sprintf("not completed within %s", c.wait)
	if !c.cancel {
		return errors.New(complaint)
	}
	for _, id := range open {
		if _, err := tasks.Cancel(scoped, space, id); err != nil {
			return fmt.Errorf("%s; cancelling %s: %w", complaint, id, err)
		}
		complaint += "; cancelled " + id
	}
	return errors.New(complaint)
}

func incomplete(items []*tasks.Task) []string {
	var ids []string
	for _, task := range items {
		if task.IsCompleted == nil || !*task.IsCompleted {
			ids = append(ids, task.ID)
		}
	}
	return ids
}

func states(items []*tasks.Task) string {
	var all []string
	for _, task := range items {
		all = append(all, task.ID+" "+task.State)
	}
	return strings.Join(all, ", ")
}
