package main

import (
	"fmt"
	"net/http"
)

// recorder sends requests and keeps what was asked.
type recorder struct {
	lines []string
}

// RoundTrip implements http.RoundTripper.
func (r *recorder) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := http.DefaultTransport.RoundTrip(request)
	if err == nil {
		r.lines = append(r.lines, fmt.Sprintf("%s %s -> %d", request.Method, request.URL.RequestURI(), response.StatusCode))
	}
	return response, err
}

func (r *recorder) print() {
	for _, line := range r.lines {
		fmt.Println("   " + line)
	}
}
