#!/usr/bin/env python3
"""Prints the folders of the Foundation-free rooms: `Bridge` and every room that it uses, as Package.swift says."""
import json
import subprocess

package = json.loads(subprocess.check_output(["swift", "package", "describe", "--type", "json"]))
targets = {target["name"]: target for target in package["targets"]}
rooms, waiting = set(), ["Bridge"]
while waiting:
    name = waiting.pop()
    if name not in rooms:
        rooms.add(name)
        waiting += targets[name].get("target_dependencies", [])
print("\n".join(sorted(targets[name]["path"] for name in rooms)))
