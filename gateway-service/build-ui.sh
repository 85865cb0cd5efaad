#!/bin/sh
# Builds ui/ into ui/dist, and only what has changed since: called by Maven in ui/, with npm of the machine.
set -eu

installed=node_modules/.frontdesk-lock
if ! cmp -s package-lock.json "$installed"; then
	npm ci --ignore-scripts --no-audit --no-fund
	cp package-lock.json "$installed"
fi

built=dist/index.html
if [ ! -f "$built" ] || [ -n "$(find src public index.html package-lock.json ./*.ts ./*.json -newer "$built" -type f | head -n 1)" ]; then
	npm run --silent build
fi
