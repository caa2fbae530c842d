# Shelfcast's build: `make help` lists the verbs. Recipes are POSIX sh for GNU make 3.81, and hashing
# and zipping is done in Java, so that Debian, Fedora and macOS run the same lines.

LATER := bench containers infra infra-apply workflows soak

.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: build image run test docs format format-check lock clean help FORCE $(LATER)

# Whatever builds needs a JDK 25 and Maven; check.sh finds them or says how to install them.
ifneq ($(filter-out help clean $(LATER),$(or $(MAKECMDGOALS),build)),)
JDK := $(shell sh deps/check.sh)
$(if $(JDK),,$(error what the build needs is missing, see above))
export JAVA_HOME := $(JDK)
endif
JAVA := "$(JDK)/bin/java"
JAVAC := "$(JDK)/bin/javac" --release 25 -encoding UTF-8 -Werror
JLINK := "$(JDK)/bin/jlink"

# ---- third-party jars ----

build/deps.ok: deps/pom.xml deps/lock.txt deps/Resolve.java
	@mkdir -p build
	@$(JAVA) deps/Resolve.java run
	@touch $@

# What a profile of the pom adds for tests or tools: build/deps-test, build/deps-format.
build/deps-%.ok: deps/pom.xml deps/lock.txt deps/Resolve.java
	@mkdir -p build
	@$(JAVA) deps/Resolve.java $*
	@touch $@

lock: ## resolve deps/pom.xml anew and rewrite the checksum lock
	@mkdir -p build
	@$(JAVA) deps/Resolve.java --lock run test format

# The same jars, each a named module.
build/lib.ok: build/deps.ok jlink/NameJars.java $(wildcard jlink/descriptors/*/module-info.java)
	@$(JAVA) jlink/NameJars.java build/deps jlink/descriptors build/lib
	@touch $@

# ---- our modules ----

build: build/modules.ok build/modules/shelfcast.command/shelfcast/command/version.txt ## compile everything (the default)

MODULES := $(patsubst modules/%/module-info.java,%,$(wildcard modules/*/module-info.java))
SOURCES := $(shell find modules -type f ! -name '.*')
empty :=
comma := ,
list = $(subst $(empty) $(empty),$(comma),$(strip $(1)))

# Puts $@.new in place; what says the same as before keeps its time stamp.
replace_if_new = if cmp -s $@ $@.new; then rm $@.new; else mv $@.new $@; fi

# Changes when a file comes or goes, which no time stamp would tell.
build/sources.txt: FORCE
	@mkdir -p build
	@printf '%s\n' $(SOURCES) | LC_ALL=C sort >$@.new
	@$(replace_if_new)

# simd apart: only there is the warning about an incubator module no news.
build/modules.ok: build/lib.ok build/sources.txt $(SOURCES)
	@rm -rf build/modules.new
	@$(JAVAC) -Xlint:all -d build/modules.new --module-path build/lib \
	  --module-source-path modules -m $(call list,$(filter-out shelfcast.simd,$(MODULES)))
	@$(JAVAC) -Xlint:all,-incubating -d build/modules.new --module-path build/modules.new:build/lib \
	  --module-source-path modules -m shelfcast.simd
	@cd modules && find . -type f ! -name '*.java' ! -name '.*' | while read -r file; do \
	  mkdir -p "../build/modules.new/$${file%/*}" && cp "$$file" "../build/modules.new/$$file"; done
	@rm -rf build/modules && mv build/modules.new build/modules
	@touch $@

build/version.txt: FORCE
	@mkdir -p build
	@{ test -e .git && git describe --tags --always --dirty 2>/dev/null || echo unknown; } >$@.new
	@$(replace_if_new)

build/modules/shelfcast.command/shelfcast/command/version.txt: build/version.txt build/modules.ok
	@cp build/version.txt $@

# ---- images and launchers ----

image: build/image.ok ## link build/image-train and build/image-serve, with launchers in build/image/bin

# Beside our programs the modules that are only found as a service: our kernels, XNIO's sockets. The
# server's image is kept small, the other is linked and started often.
LINK_train := --add-modules shelfcast.train,shelfcast.datagen,shelfcast.simd
LINK_serve := --add-modules shelfcast.serve,org.jboss.xnio.nio --compress zip-6

build/image-%.ok: build/modules.ok build/modules/shelfcast.command/shelfcast/command/version.txt jlink/options-%
	@rm -rf build/image-$*
	@$(JLINK) --module-path build/modules:build/lib $(LINK_$*) --output build/image-$* \
	  --no-header-files --no-man-pages \
	  --add-options "$$(grep -v '^#' jlink/options-$* | tr '\n' ' ')"
	@touch $@

build/image.ok: build/image-train.ok build/image-serve.ok jlink/launcher.sh jlink/launchers
	@rm -rf build/image && mkdir -p build/image/bin
	@grep -v '^#' jlink/launchers | while read -r launcher image main; do \
	  sed -e "s|@IMAGE@|$$image|g" -e "s|@MAIN@|$$main|g" jlink/launcher.sh >build/image/bin/$$launcher && \
	  chmod 755 build/image/bin/$$launcher || exit 1; done
	@touch $@

# ---- running, testing, formatting ----

run: ## build, train and serve (PORT=8000; DATA=FILE: your own sales; ARGS: more flags for training)
	@exec env MAKE='$(MAKE)' sh config/run.sh

JARS := $(CURDIR)/build/modules:$(CURDIR)/build/lib
TESTED := $(notdir $(wildcard tests/shelfcast.*))
TEST_FILES := $(shell find tests -type f ! -name '.*')
TEST_JAVA := $(filter %.java,$(TEST_FILES))
FRIENDS := $(foreach room,$(TESTED),--add-reads $(room)=ALL-UNNAMED)
PATCHED = $(foreach room,$(TESTED),--patch-module $(room)=$(1)/$(room))

build/test-sources.txt: FORCE
	@mkdir -p build
	@printf '%s\n' $(TEST_FILES) | LC_ALL=C sort >$@.new
	@$(replace_if_new)

# A room's tests are compiled into the room, what the whole is tested with onto the class path.
build/tests.ok: build/modules.ok build/deps-test.ok build/test-sources.txt $(TEST_FILES)
	@rm -rf build/tests && mkdir -p build/tests/none
	@$(JAVAC) -Xlint:all,-incubating -proc:none -d build/tests/whole --module-path '$(JARS)' \
	  --add-modules $(call list,$(MODULES)) -cp 'build/deps-test/*' \
	  $(filter-out $(addprefix tests/,$(addsuffix /%,$(TESTED))),$(TEST_JAVA))
	@$(JAVAC) -Xlint:all,-incubating -proc:none -d build/tests --module-path '$(JARS)' \
	  --add-modules $(call list,$(MODULES)) --module-source-path build/tests/none \
	  $(call PATCHED,tests) $(FRIENDS) -cp 'build/tests/whole:build/deps-test/*' \
	  $(filter $(addprefix tests/,$(addsuffix /%,$(TESTED))),$(TEST_JAVA))
	@for folder in $(TESTED) support harness architecture system; do \
	  case $$folder in shelfcast.*) to=$$folder ;; *) to=whole ;; esac; \
	  (cd tests/$$folder && find . -type f ! -name '*.java' ! -name '.*') | while read -r file; do \
	    mkdir -p "build/tests/$$to/$${file%/*}" && cp "tests/$$folder/$$file" "build/tests/$$to/$$file"; \
	  done; done
	@touch $@

test: build image build/tests.ok ## run every test (ONLY=pattern: some; COVERAGE=1: programs from the module path)
	@$(JAVA) --module-path '$(JARS)' --add-modules $(call list,$(MODULES)) \
	  $(call PATCHED,build/tests) $(FRIENDS) \
	  $(foreach room,$(TESTED),--add-opens $(room)/$(room)=ALL-UNNAMED) \
	  $$(grep -h '^--' jlink/options-serve) -cp 'build/tests/whole:build/deps-test/*' \
	  -Dshelfcast.launch=$(if $(COVERAGE),modulepath,image) -Dshelfcast.image='$(CURDIR)/build/image' \
	  -Dshelfcast.modulepath='$(JARS)' -Dshelfcast.jlink='$(CURDIR)/jlink' \
	  shelfcast.harness.RunTests build/reports '$(ONLY)' \
	  build/tests/whole $(addprefix build/tests/,$(TESTED))

docs: build ## write the generated pages: docs/modules.md, docs/configuration.md
	@$(JAVA) --module-path '$(JARS)' --add-modules shelfcast.command \
	  tests/architecture/shelfcast/architecture/Docs.java

# google-java-format works on javac's own trees.
FORMAT = $(JAVA) $(foreach package,api code file parser tree util,--add-exports \
  jdk.compiler/com.sun.tools.javac.$(package)=ALL-UNNAMED) -cp 'build/deps-format/*' \
  com.google.googlejavaformat.java.Main
JAVA_FOLDERS := $(wildcard bench config deps jlink modules tests)

format: build/deps-format.ok ## format all Java source
	@$(FORMAT) --replace $$(find $(JAVA_FOLDERS) -name '*.java')

format-check: build/deps-format.ok ## fail if `make format` would change something
	@$(FORMAT) --dry-run --set-exit-if-changed $$(find $(JAVA_FOLDERS) -name '*.java') || \
	  { echo 'not formatted, see above: run `make format`' >&2; exit 1; }

# ---- the rest ----

bench: milestone = speed
containers infra infra-apply workflows: milestone = delivery
soak: milestone = reliability
$(LATER):
	@echo "make $@ is not built yet: it comes with the $(milestone) milestone" >&2; exit 1

clean: ## remove what was built (var/, with the models, stays)
	rm -rf build

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' Makefile | sort | while read -r verb does; do \
	  printf '  %-12s %s\n' "$$verb" "$$does"; done
	@echo '  not built yet: $(LATER)'
