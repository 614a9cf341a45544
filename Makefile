# The few commands people type. `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help setup run test again check fmt fuzz bench screenshots package package-test bindings icons

CARGO ?= cargo
UI_SOURCES := $(shell find ui -type f -not -path 'ui/node_modules/*' -not -path 'ui/dist/*' 2>/dev/null)
TAURI_CLI := 2.12.5
# An AppImage would fetch its tools from elsewhere; the packages of the two families of Linux need nothing.
BUNDLES := $(if $(filter Linux,$(shell uname -s)),--bundles deb --bundles rpm)

help: ## Lists these commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

setup: ## Installs what is missing on this machine: system packages, then the UI's packages
	@scripts/setup

run: ## Builds Lockstep and opens it on the sample; without a display, a tour with pictures
	@scripts/run

test: ## Runs every test, the real window included
	@scripts/test

again: ## Checks a change once more: what is quick, and the tests that can see it
	@scripts/again

check: ## Checks format, lints, types, generated bindings and licences
	@scripts/check

fmt: setup ## Formats everything
	$(CARGO) fmt --all
	cd ui && npm run fmt

fuzz: ## Reads made-up files for a minute; what a reader does not survive is told with how to read it again
	$(CARGO) build --workspace --bins
	target/debug/fuzz

bench: setup ui/dist/index.html ## Measures the budgets, as ratios in one run
	@scripts/setup bench
	$(CARGO) build --workspace --release --bin lockstep --bin lockstep-cli --bin bench --example empty_window
	target/release/bench

screenshots: ui/dist/index.html ## Takes the pictures of the documentation anew: those that docs/pictures has
	@scripts/setup tour
	$(CARGO) build --workspace --bins
	target/debug/tour --pictures target/pictures
	@for picture in docs/pictures/*.png; do \
	    name=$$(basename $$picture .png); \
	    case $$name in \
	        *-dark) cp target/pictures/1280x800-dark/$${name%-dark}.png $$picture ;; \
	        *) cp target/pictures/1280x800-light/$$name.png $$picture ;; \
	    esac || exit 1; \
	done

package: setup ui/dist/index.html ## Builds the packages that people install, in target/release/bundle
	$(CARGO) build --release --package lockstep --package lockstep-cli
	cd src-tauri && npx --yes @tauri-apps/cli@$(TAURI_CLI) build $(BUNDLES)

package-test: package ## Installs the .deb in a bare Debian of its own and opens a workspace there; needs root
	@scripts/package-test

bindings: ## Writes the TypeScript types of every command
	$(CARGO) build --workspace --bins
	target/debug/lockstep-cli bindings ui/src/api/generated
	LOCKSTEP_WRITE_BINDINGS=1 $(CARGO) test --package lockstep --bin lockstep the_page_has_the_types

icons: setup ## Draws every icon again from icons/seal.svg
	npx --yes @tauri-apps/cli@$(TAURI_CLI) icon icons/seal.svg --output target/icons
	cp target/icons/32x32.png target/icons/128x128.png target/icons/128x128@2x.png \
	    target/icons/icon.png target/icons/icon.icns target/icons/icon.ico icons/

ui/dist/index.html: $(UI_SOURCES)
	cd ui && npm run build
	@touch $@
