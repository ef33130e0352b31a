"""What the tests of this folder share: runs of govm in a folder of their own, and the differences they find."""
import os
import shutil
import subprocess
import sys
import tempfile


class Checks:
    def __init__(self, govm):
        self.govm = os.path.abspath(govm)
        self.folder = tempfile.mkdtemp(prefix="govm-reports-")
        self.failures = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def run(self, *words, status=0, env=None):
        done = subprocess.run([self.govm, *words], capture_output=True, text=True, cwd=self.folder, stdin=subprocess.DEVNULL,
                              timeout=300, env={**os.environ, **(env or {})})
        self.expect(f"exit status of {' '.join(words)} ({done.stderr.strip()[:200]})", done.returncode, status)
        return done

    def expect(self, what, left, right):
        if left != right:
            self.failures.append(f"{what}: {left!r} is not {right!r}")

    def expect_in(self, what, part, whole):
        if part not in whole:
            self.failures.append(f"{what}: {part!r} is not in {whole!r}")

    def end(self):
        shutil.rmtree(self.folder)
        print("\n".join(self.failures))
        sys.exit(1 if self.failures else 0)
