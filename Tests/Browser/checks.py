"""Checks that are counted, and told where something is not as it should be."""
passed = failed = 0


def check(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f"not as it should be: {what}")


def end(name):
    """Prints how many passed; the status to exit with, also 1 where nothing was checked."""
    print(f"{name}: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0
