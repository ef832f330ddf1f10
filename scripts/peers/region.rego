# The rule as tutorials write it: every region that a resource names is one of ours.
package main

import rego.v1

allowed := {"GRA", "SBG", "RBX", "GRA11", "eu-west-2"}

deny contains msg if {
	some change in input.resource_changes
	some attribute in ["region", "region_name", "location"]
	region := change.change.after[attribute]
	not region in allowed
	msg := sprintf("%s is in %s", [change.address, region])
}
