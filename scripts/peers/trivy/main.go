// Command trivy-plan runs Trivy's own scanner of plans, with the checks that its release carries, and prints for each plan how many failed and passed.
// The rest of Trivy is left out: it has many more packages to build, and would fetch newer checks from a registry.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/aquasecurity/trivy/pkg/iac/rego"
	"github.com/aquasecurity/trivy/pkg/iac/scanners/terraformplan/tfjson"
)

func main() {
	out := json.NewEncoder(os.Stdout)
	for _, name := range os.Args[1:] {
		file, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		results, err := tfjson.New(rego.WithEmbeddedPolicies(true), rego.WithEmbeddedLibraries(true)).Scan(context.Background(), file)
		if err != nil {
			log.Fatal(err)
		}
		file.Close()
		if err := out.Encode(map[string]int{"failed": len(results.GetFailed()), "passed": len(results.GetPassed())}); err != nil {
			log.Fatal(err)
		}
	}
}
