"""`zhinan build` where it hurts: a kill and an error at every system call that changes the output, things planted in the output folder, two builds at once, links out of the guide.

usage: python Tests/Site/faults.py ZHINAN [CASE …]      a case is kills, errors, planted, together, links, preview, stdout
Needs strace (Debian). With CI=1 a machine that cannot trace fails.
"""
import concurrent.futures
import os
import pathlib
import pty
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

zhinan = str(pathlib.Path(sys.argv[1]).resolve())
project = pathlib.Path(__file__).resolve().parent.parent.parent
tiny = project / "Tests/Fixtures/TinyGuide"
changing = ["openat", "write", "linkat", "renameat", "unlinkat", "mkdirat", "mkdir", "fsync", "syncfs", "flock"]
passed = 0


def check(truth, what):
    global passed
    if not truth:
        sys.exit(f"faults: failed: {what}")
    passed += 1


def build(root, output, before=()):
    return subprocess.run([*before, zhinan, "build", "--root", str(root), "--output", str(output)],
                          capture_output=True, text=True, errors="replace", timeout=120, stdin=subprocess.DEVNULL)


def content(folder, hidden=False):
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if (hidden or not name.startswith(".zhinan-staging")) and path.is_file():
            found[name] = path.read_bytes()
    return found


def guides(work):
    """An old guide and a new one: pages are changed, added and removed, and a page takes the name of a folder."""
    for name in ("old", "new"):
        shutil.copytree(tiny, work / name)
    for name, text in (("old", "old"), ("new", "new")):
        for page in ("same", text):
            (work / name / f"content/2025/{page}.md").write_text(
                f"---\ntitle: P\ndescription: d\norder: 50\n---\n\n{text if page == 'same' else page}\n")
    sites = {}
    for name in ("old", "new"):
        run = build(work / name, work / f"site-{name}")
        check(run.returncode == 0, f"{name}: {run.stderr}")
        sites[name] = content(work / f"site-{name}")
    check(sites["old"] != sites["new"], "the guides differ")
    return sites


def traced(call, number, how, log, unsynced=0):
    """How a build runs with a fault at a call, and an error at the `unsynced`th wait for the disk besides."""
    second = ["-e", f"inject=fsync:error=EIO:when={unsynced}"] if unsynced else []
    return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call},fsync", "-e", f"inject={call}:{how}:when={number}", *second]


def can_trace(work):
    try:
        run = subprocess.run(["strace", "-f", "-qq", "-o", str(work / "t"), "true"], capture_output=True)
    except FileNotFoundError:
        run = None
    if run is not None and run.returncode == 0:
        return True
    if os.environ.get("CI"):
        sys.exit("faults: failed: strace cannot trace here")
    print("faults: strace cannot trace here: kills and errors are left out")
    return False


def first_of_ours(work, sites, call, fresh):
    """How many calls come before the output folder is touched, and how many there are."""
    out, log = work / f"count-{call}", work / f"count-{call}.log"
    if not fresh:
        shutil.copytree(work / "site-old", out)
    build(work / "new", out, ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={call}"])
    lines = [line for line in log.read_text(errors="replace").splitlines() if f" {call}(" in line]
    shutil.rmtree(out)
    ours = [i for i, line in enumerate(lines) if str(out) in line or ".zhinan" in line]
    return (ours[0] + 1, len(lines)) if ours else (1, 0)


def inject(work, sites, how, fresh, calls=changing, unsynced=0):
    """Stops one build at each call in turn: the next command finds, or makes, the old site or the new one."""
    def one(job):
        call, number = job
        place = work / f"{how.partition('=')[0]}-{call}-{number}-{unsynced}"
        if not fresh:
            shutil.copytree(work / "site-old", place, symlinks=True)
        run = build(work / "new", place, traced(call, number, how, f"{place}.log", unsynced))
        there = content(place) if place.exists() else {}
        old, new = ({} if fresh else sites["old"]), sites["new"]
        problems = []
        for name, data in there.items():
            if data not in (old.get(name), new.get(name)):
                problems.append(f"{name} is half a file")
        stopped = how.startswith("signal")
        if not stopped and there not in (old, new):
            problems.append(f"a mix after an error ({run.returncode}: {run.stderr[:200]})")
        if run.returncode == 0 and there != new:
            problems.append("not the new site after 0")
        # A guide that cannot be built shows what becomes of the old site before anything new is written.
        after = build(work / "broken", place)
        if place.exists():
            left = content(place, hidden=True)
            if left not in (old, new) and not (left == {} and fresh):
                problems.append(f"a mix after the next command ({after.stderr[:200]}): {sorted(set(left) ^ set(new))[:5]}")
        again = build(work / "new", place)
        if again.returncode != 0 or content(place, hidden=True) != new:
            left = content(place, hidden=True)
            differing = [name for name in {**left, **new} if left.get(name) != new.get(name)]
            problems.append(f"the next build: {again.returncode} {again.stderr[:300]} {differing[:5]}; first {run.returncode}")
        shutil.rmtree(place, ignore_errors=True)
        pathlib.Path(f"{place}.log").unlink(missing_ok=True)
        besides = f", fsync {unsynced} fails" if unsynced else ""
        return [f"{how} at {call} {number}{besides}: {problem}" for problem in problems]

    jobs = []
    for call in calls:
        first, last = first_of_ours(work, sites, call, fresh)
        span = list(range(first, last + 1))
        # Reading the folder opens many files: opening is sampled, and everything that changes something is not.
        if call == "openat":
            span = span[::max(1, len(span) // 40)]
        jobs += [(call, number) for number in span]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for problems in pool.map(one, jobs):
            check(not problems, "; ".join(problems))
    besides = f", fsync {unsynced} fails" if unsynced else ""
    print(f"faults: {how}: {len(jobs)} places{' in a new folder' if fresh else ''}{besides}")


def kills(work, sites):
    for fresh in (False, True):
        inject(work, sites, "signal=SIGKILL", fresh)


def errors(work, sites):
    inject(work, sites, "error=EIO", False)
    inject(work, sites, "error=ENOSPC", True)


def pairs(work, sites):
    """The disk does not confirm, and then something else goes wrong as well."""
    for unsynced in (1, 2, 3, 4):
        for how in ("signal=SIGKILL", "error=EIO"):
            inject(work, sites, how, False, ["renameat", "unlinkat"], unsynced)


def planted(work, sites):
    """What others put into the output folder is neither followed, nor overwritten, nor waited for."""
    def case(name, plant, told, start="site-old"):
        place, victim = work / f"planted-{name}", work / f"victim-{name}"
        if start:
            shutil.copytree(work / start, place)
        else:
            place.mkdir()
        victim.mkdir()
        (victim / "a").write_text("mine")
        (victim / "index.html").write_text("mine")
        plant(place, victim)
        begin = time.time()
        run = build(work / "new", place)
        check(run.returncode == 74, f"{name}: rc {run.returncode}: {run.stderr}")
        check(told in run.stderr, f"{name}: told {run.stderr}")
        check(time.time() - begin < 30, f"{name}: at once")
        check(content(victim) == {"a": b"mine", "index.html": b"mine"}, f"{name}: nothing of others is touched")

    def instead(name, link):
        def plant(place, victim):
            path = place / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            link(path, victim)
        return plant

    linked = lambda path, victim: path.symlink_to(victim)
    case("staging", instead(".zhinan-staging", linked), ".zhinan-staging")
    case("staging-new", instead(".zhinan-staging", linked), ".zhinan-staging", start=None)
    case("folder", instead("2025", linked), "2025: error: The site cannot be written: is a link")
    case("page", instead("2025/same/index.html", lambda p, v: p.symlink_to(v / "a")), "is a link")

    def listed(place, victim):
        (place / ".zhinan-files").open("a").write("old/a\n")
        (place / "old").symlink_to(victim)
    case("manifest", listed, "old: error: The site cannot be written: is a link")
    case("fifo", instead(".zhinan-files", lambda p, v: os.mkfifo(p)), "is a pipe")
    case("huge", instead(".zhinan-files", lambda p, v: (p.touch(), os.truncate(p, 20 << 30))), "bytes")
    case("nonsense", instead(".zhinan-files", lambda p, v: p.write_bytes(bytes(range(256)))), "damaged")
    case("climbing", instead(".zhinan-files", lambda p, v: p.write_text("../victim-climbing/a\n")), "damaged")
    case("linked-list", instead(".zhinan-files", lambda p, v: p.symlink_to(v / "a")), "is a link")

    def own(place, victim):
        (place / "2025/new").mkdir()
        (place / "2025/new/index.html").write_text("my own")
    case("own", own, "[output.not-ours]")
    check((work / "planted-own/2025/new/index.html").read_text() == "my own", "own: the user's file stays")

    def strange(place, victim):
        (place / ".zhinan-staging").mkdir()
        (place / ".zhinan-staging/thesis.txt").write_text("mine")
    case("thesis", strange, "thesis.txt")
    check((work / "planted-thesis/.zhinan-staging/thesis.txt").exists(), "thesis: it stays")


def together(work, sites):
    """Builds into one folder at once end one after the other, with a site that one of them made."""
    place = work / "together"
    for _ in range(4):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            runs = list(pool.map(lambda name: build(work / name, place), ["old", "new", "old", "new"]))
        check(all(run.returncode in (0, 74) for run in runs), f"together: {[run.stderr for run in runs]}")
        check(content(place, hidden=True) in (sites["old"], sites["new"]), "together: no mix")
    holder = subprocess.Popen(["flock", str(place), "sleep", "30"])
    time.sleep(0.3)
    run = build(work / "new", place)
    holder.terminate()
    check(run.returncode == 74 and "[output.locked]" in run.stderr and "process" in run.stderr, f"locked: {run.stderr}")


def links(work, sites):
    """Links inside the guide work; those that lead out of it are errors with a place, and publish nothing."""
    outside = work / "secret"
    outside.mkdir()
    (outside / "s.svg").write_text("<svg>secret</svg>")
    (outside / "p.md").write_text("---\ntitle: P\ndescription: d\norder: 51\n---\n\nsecret\n")
    (outside / "d.yml").write_text("secret: 1\n")
    for name, target in (("content/2025/figures/x.svg", "s.svg"), ("content/2025/x.md", "p.md"),
                         ("content/2025/data/x.yml", "d.yml"), ("templates/assets/x.svg", "s.svg"),
                         ("templates/assets/more", "."), ("templates/directives/x.mustache", "s.svg"),
                         ("content/2025/forms/x.yml", "d.yml")):
        guide, output = work / "linked", work / "linked-site"
        shutil.copytree(tiny, guide)
        (guide / name).symlink_to(outside / target)
        run = build(guide, output)
        check(run.returncode == 1 and "[file.outside]" in run.stderr and name in run.stderr,
              f"links: {name}: {run.returncode} {run.stderr}")
        check(not output.exists(), f"links: {name}: nothing is published")
        shutil.rmtree(guide)
    shutil.copytree(tiny, guide)
    (guide / "content/2025/figures/y.svg").symlink_to("desk.svg")
    run = build(guide, output)
    check(run.returncode == 0 and (output / "2025/figures/y.svg").exists(), f"links: inside: {run.stderr}")


def preview(work, sites):
    """The preview's folder is private, has no guessable name, and goes with the preview."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        place = work / f"tmp-{number}"
        place.mkdir()
        process = subprocess.Popen([zhinan, "serve", "--root", str(tiny), "--port", "0"], stdout=subprocess.PIPE,
                                   text=True, env={**os.environ, "TMPDIR": str(place)})
        try:
            while "Ctrl-C" not in process.stdout.readline():
                check(process.poll() is None, "preview: serves")
            folders = list(place.glob("zhinan-preview*"))
            check(len(folders) == 1 and stat.S_IMODE(folders[0].stat().st_mode) == 0o700, f"preview: private {folders}")
            check(folders[0].name != f"zhinan-preview-{process.pid}", "preview: not guessable")
            process.send_signal(number)
            process.wait(30)
            check(not list(place.glob("zhinan-preview*")), "preview: removed")
        finally:
            process.kill()
    # A folder that is no longer the preview's own is told, and what it leads to is left alone.
    place, victim = work / "tmp-exchanged", work / "tmp-victim"
    place.mkdir()
    victim.mkdir()
    (victim / "a").write_text("mine")
    process = subprocess.Popen([zhinan, "serve", "--root", str(tiny), "--port", "0"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(place)})
    try:
        while "Ctrl-C" not in process.stdout.readline():
            check(process.poll() is None, "preview: serves")
        folder, = place.glob("zhinan-preview*")
        folder.rename(place / "elsewhere")
        folder.symlink_to(victim)
        process.send_signal(signal.SIGTERM)
        told = process.communicate(timeout=30)[1]
        check("[output.left-over]" in told and folder.name in told and "is a link" in told, f"preview: told {told}")
        check(folder.is_symlink() and content(victim) == {"a": b"mine"}, "preview: left alone")
    finally:
        process.kill()
    # A signal while the site is built for the first time counts too.
    place = work / "tmp-early"
    place.mkdir()
    process = subprocess.Popen([zhinan, "serve", "--root", str(project), "--port", "0"], stdout=subprocess.DEVNULL,
                               env={**os.environ, "TMPDIR": str(place)})
    try:
        while not list(place.glob("zhinan-preview*")):
            if process.poll() is not None:
                check(False, "preview: begins")
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        process.wait(30)
        check(not list(place.glob("zhinan-preview*")), "preview: removed after the first build")
    finally:
        process.kill()


def stdout(work, sites):
    """`-o -` writes the PDF to standard output, no file of that name, and nothing to a terminal."""
    blank = [zhinan, "form", "blank", "library-card", "--root", str(tiny), "-o", "-"]
    place = work / "stdout"
    place.mkdir()
    run = subprocess.run(blank, capture_output=True, cwd=place)
    check(run.returncode == 0 and run.stdout.startswith(b"%PDF-") and run.stdout.rstrip().endswith(b"%%EOF"),
          f"stdout: {run.stderr}")
    check(not list(place.iterdir()), "stdout: no file")
    primary, secondary = pty.openpty()
    run = subprocess.run(blank, stdout=secondary, stderr=subprocess.PIPE, cwd=place)
    os.close(secondary)
    check(run.returncode == 74 and b"[output.terminal]" in run.stderr, f"stdout: terminal: {run.stderr}")


cases = {f.__name__: f for f in (planted, together, links, preview, stdout, kills, errors, pairs)}
chosen = sys.argv[2:] or list(cases)
with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder).resolve()
    sites = guides(work)
    shutil.copytree(work / "new", work / "broken")
    (work / "broken/content/guide.yml").write_text("nothing: 1\n")
    for name in chosen:
        if name in ("kills", "errors", "pairs") and not can_trace(work):
            continue
        cases[name](work, sites)
print(f"faults: {passed} checks passed")
