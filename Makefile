# Thin: what is missing is installed by .ci/with, the rest is cargo's.

# Where `make install` puts things, and from where.
PREFIX ?= $(HOME)/.local
BIN ?= target/release
ID := io.portico.Portico
SIZES := 16 22 24 32 48 64 128 256 512

SHELL := /bin/sh
.PHONY: run build test torture bench demo install install-files uninstall clean

## Starts the tray.
run:
	@[ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || { echo "There is no display here, so no tray. \`make demo\` shows Portico on a virtual one." >&2; exit 1; }
	@$(MAKE) --no-print-directory build
	target/release/portico

build:
	.ci/with build cargo build --release --locked -p portico -p portico-search -p portico-tray

## Checks everything: formatting, lints, types, rules, units, and the real programs on a virtual desktop.
test:
	.ci/with test $(MAKE) --no-print-directory test-all

.PHONY: test-all
test-all:
	cargo fmt --check
	cd tests/ui && npm ci --silent --no-audit --no-fund && npm test
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo build --workspace --locked
	cargo test --workspace --locked
	desktop-file-validate src-tauri/linux/$(ID).desktop
	appstreamcli validate --no-net src-tauri/linux/$(ID).metainfo.xml

## Kills, starves, unplugs, edits and flips the registry for minutes, and ends with a table. Needs root for disks of its own.
torture:
	.ci/with torture cargo build --release --locked -p portico -p portico-search -p portico-tray
	.ci/with torture cargo build -q --locked -p portico-tests --bins --example torture
	PORTICO_TEST_BINARIES=$(CURDIR)/target/release .ci/with torture cargo run -q --locked -p portico-tests --example torture

## Measures everything that has to be fast, beside programs that do the same, and ends with a table.
bench:
	.ci/with bench cargo build --release --locked -p portico -p portico-search -p portico-tray
	.ci/with bench cargo build --release --locked -p portico-core --example measure
	.ci/with bench cargo build -q --locked -p portico-tests --bins --example bench
	PORTICO_TEST_BINARIES=$(CURDIR)/target/release .ci/with bench cargo run -q --locked -p portico-tests --example bench

## Shows the main job on a virtual desktop and leaves pictures in target/demo.
demo:
	.ci/with test cargo build --release --locked -p portico -p portico-search -p portico-tray
	PORTICO_TEST_BINARIES=$(CURDIR)/target/release .ci/with test cargo run -q --locked -p portico-tests --example demo

## Installs for this user: programs, icons and the launcher's entry.
install: build install-files

install-files:
	install -Dm755 $(BIN)/portico $(DESTDIR)$(PREFIX)/bin/portico
	install -Dm755 $(BIN)/portico-tray $(DESTDIR)$(PREFIX)/bin/portico-tray
	install -Dm755 $(BIN)/portico-search $(DESTDIR)$(PREFIX)/bin/portico-search
	install -Dm755 src-tauri/linux/portico-rofi $(DESTDIR)$(PREFIX)/bin/portico-rofi
	for size in $(SIZES); do install -Dm644 src-tauri/icons/hicolor/$$size.png $(DESTDIR)$(PREFIX)/share/icons/hicolor/$${size}x$$size/apps/$(ID).png; done
	install -Dm644 src-tauri/icons/app.svg $(DESTDIR)$(PREFIX)/share/icons/hicolor/scalable/apps/$(ID).svg
	install -Dm644 src-tauri/linux/$(ID).metainfo.xml $(DESTDIR)$(PREFIX)/share/metainfo/$(ID).metainfo.xml
	install -dm755 $(DESTDIR)$(PREFIX)/share/applications
	sed -e 's|^Exec=portico-tray|Exec="$(PREFIX)/bin/portico-tray"|' -e '/^StartupWMClass=/a X-Portico-Managed=1' src-tauri/linux/$(ID).desktop > $(DESTDIR)$(PREFIX)/share/applications/$(ID).desktop
	install -dm755 $(DESTDIR)$(PREFIX)/share/dbus-1/services
	sed 's|^Exec=portico-search|Exec=$(PREFIX)/bin/portico-search|' src-tauri/linux/$(ID).SearchProvider.service > $(DESTDIR)$(PREFIX)/share/dbus-1/services/$(ID).SearchProvider.service
	install -Dm644 src-tauri/linux/$(ID).search-provider.ini $(DESTDIR)$(PREFIX)/share/gnome-shell/search-providers/$(ID).search-provider.ini
	install -Dm644 src-tauri/linux/krunner/$(ID).desktop $(DESTDIR)$(PREFIX)/share/krunner/dbusplugins/$(ID).desktop
	@update-desktop-database -q $(DESTDIR)$(PREFIX)/share/applications 2>/dev/null || true
	@echo "Installed in $(PREFIX). Start Portico from your launcher, or with $(PREFIX)/bin/portico."

## Removes what install put there. Customers and settings stay.
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/portico $(DESTDIR)$(PREFIX)/bin/portico-tray $(DESTDIR)$(PREFIX)/bin/portico-search $(DESTDIR)$(PREFIX)/bin/portico-rofi
	rm -f $(DESTDIR)$(PREFIX)/share/dbus-1/services/$(ID).SearchProvider.service
	rm -f $(DESTDIR)$(PREFIX)/share/gnome-shell/search-providers/$(ID).search-provider.ini $(DESTDIR)$(PREFIX)/share/krunner/dbusplugins/$(ID).desktop
	for size in $(SIZES); do rm -f $(DESTDIR)$(PREFIX)/share/icons/hicolor/$${size}x$$size/apps/$(ID).png; done
	rm -f $(DESTDIR)$(PREFIX)/share/icons/hicolor/scalable/apps/$(ID).svg
	rm -f $(DESTDIR)$(PREFIX)/share/metainfo/$(ID).metainfo.xml $(DESTDIR)$(PREFIX)/share/applications/$(ID).desktop
	grep -sl '^X-Portico-Managed=1' $(DESTDIR)$(PREFIX)/share/applications/$(ID).tenant-*.desktop | xargs -r rm -f
	@update-desktop-database -q $(DESTDIR)$(PREFIX)/share/applications 2>/dev/null || true

clean:
	cargo clean
