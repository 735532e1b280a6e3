# Thin: what is missing is installed by .ci/with, the rest is cargo's.

# Where `make install` puts things, and from where.
PREFIX ?= $(HOME)/.local
BIN ?= target/release
DEB ?= target/deb
ID := io.portico.Portico
SIZES := 16 22 24 32 48 64 128 256 512

SHELL := /bin/sh
.PHONY: run build test torture bench demo install install-files uninstall deb deb-file try-deb clean

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

## Installs for this user: programs, icons, manual pages, completions and the launcher's entry.
install: build
	@$(MAKE) --no-print-directory install-files

# In the system's folders the launcher's entry stays as it is: PATH finds its program, and Portico changes only copies of it.
# Elsewhere PATH may not lead there, and the mark lets Portico put favorites into the entry itself.
ENTRY = sed -e 's|^Exec=portico-tray|Exec="$(PREFIX)/bin/portico-tray"|' -e '/^StartupWMClass=/a X-Portico-Managed=1'
ZSH = zsh/site-functions
ifneq ($(filter /usr /usr/%,$(PREFIX)),)
ENTRY = cat
endif
ifeq ($(PREFIX),/usr)
ZSH = zsh/vendor-completions
endif
SHARE = $(DESTDIR)$(PREFIX)/share
# A package's files are not there yet; dpkg keeps the caches then.
CACHES = $(if $(DESTDIR),true,update-desktop-database -q $(SHARE)/applications 2>/dev/null || true)

install-files:
	install -Dm755 -t $(DESTDIR)$(PREFIX)/bin $(BIN)/portico $(BIN)/portico-tray $(BIN)/portico-search src-tauri/linux/portico-rofi
	for size in $(SIZES); do install -Dm644 src-tauri/icons/hicolor/$$size.png $(SHARE)/icons/hicolor/$${size}x$$size/apps/$(ID).png; done
	install -Dm644 src-tauri/icons/app.svg $(SHARE)/icons/hicolor/scalable/apps/$(ID).svg
	install -Dm644 -t $(SHARE)/metainfo src-tauri/linux/$(ID).metainfo.xml
	install -Dm644 -t $(SHARE)/gnome-shell/search-providers src-tauri/linux/$(ID).search-provider.ini
	install -Dm644 -t $(SHARE)/krunner/dbusplugins src-tauri/linux/krunner/$(ID).desktop
	install -Dm644 -t $(SHARE)/man/man1 src-tauri/linux/man/*.1
	install -dm755 $(SHARE)/applications $(SHARE)/dbus-1/services $(SHARE)/bash-completion/completions $(SHARE)/$(ZSH) $(SHARE)/fish/vendor_completions.d
	$(ENTRY) src-tauri/linux/$(ID).desktop > $(SHARE)/applications/$(ID).desktop
	sed 's|^Exec=portico-search|Exec=$(PREFIX)/bin/portico-search|' src-tauri/linux/$(ID).SearchProvider.service > $(SHARE)/dbus-1/services/$(ID).SearchProvider.service
	$(BIN)/portico completions bash > $(SHARE)/bash-completion/completions/portico
	$(BIN)/portico completions zsh > $(SHARE)/$(ZSH)/_portico
	$(BIN)/portico completions fish > $(SHARE)/fish/vendor_completions.d/portico.fish
	$(BIN)/portico man > $(SHARE)/man/man1/portico.1
	$(BIN)/portico man --list | while read -r command; do $(BIN)/portico man $$command > $(SHARE)/man/man1/portico-$$(echo $$command | tr ' ' '-').1 || exit 1; done
	@$(CACHES)
	@[ -n "$(DESTDIR)" ] || echo "Installed in $(PREFIX). Start Portico from your launcher, or with $(PREFIX)/bin/portico."

## Removes what install put there. Customers and settings stay.
uninstall:
	for program in portico portico-tray portico-search portico-rofi; do rm -f $(DESTDIR)$(PREFIX)/bin/$$program; done
	for size in $(SIZES); do rm -f $(SHARE)/icons/hicolor/$${size}x$$size/apps/$(ID).png; done
	rm -f $(SHARE)/icons/hicolor/scalable/apps/$(ID).svg $(SHARE)/metainfo/$(ID).metainfo.xml $(SHARE)/applications/$(ID).desktop
	rm -f $(SHARE)/gnome-shell/search-providers/$(ID).search-provider.ini $(SHARE)/krunner/dbusplugins/$(ID).desktop
	rm -f $(SHARE)/dbus-1/services/$(ID).SearchProvider.service
	rm -f $(SHARE)/bash-completion/completions/portico $(SHARE)/$(ZSH)/_portico $(SHARE)/fish/vendor_completions.d/portico.fish
	rm -f $(SHARE)/man/man1/portico.1 $(SHARE)/man/man1/portico-*.1
	grep -sl '^X-Portico-Managed=1' $(SHARE)/applications/$(ID).tenant-*.desktop | xargs -r rm -f
	@$(CACHES)

## Builds the Debian package in target/deb, and checks it.
deb: build
	.ci/with deb $(MAKE) --no-print-directory deb-file

deb-file:
	src-tauri/linux/deb/build $(BIN) $(DEB)

## Installs the package in a clean system, starts Portico there, purges it, and looks for what is left. Needs root.
try-deb: deb
	.ci/with try-deb src-tauri/linux/deb/try $(DEB)

clean:
	cargo clean
