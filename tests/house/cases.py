"""The `// run` cases that the tests of the house run in ways of their own."""


def run_cases(root, folders):
    """The cases of one file in these folders of tests/, `root` being the project's folder."""
    return [case for folder in folders for case in sorted((root / "tests" / folder).rglob("*.go"))
            if case.read_text(errors="replace").startswith("// run") and ".dir" not in str(case.parent)]
