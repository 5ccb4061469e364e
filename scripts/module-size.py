#!/usr/bin/env python3
"""Prints what takes how many bytes in a WebAssembly module that was linked with names (without --strip-all).

usage: module-size.py MODULE.wasm [COUNT]

Prints the sections, then the data by segment, the code by type (the first component of a function's name), and the
COUNT largest functions. Names are demangled with `swift demangle`.
"""
import collections
import gzip
import re
import subprocess
import sys


def number(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def sections(module):
    at = 8
    while at < len(module):
        kind = module[at]
        size, at = number(module, at + 1)
        yield kind, module[at:at + size]
        at += size


def text(data, at):
    size, at = number(data, at)
    return data[at:at + size].decode(), at + size


def names(custom):
    """The names of functions (1) and data segments (9) by index."""
    found = {1: {}, 9: {}}
    at = 0
    while at < len(custom):
        kind = custom[at]
        size, at = number(custom, at + 1)
        end = at + size
        if kind in found:
            count, at = number(custom, at)
            for _ in range(count):
                index, at = number(custom, at)
                found[kind][index], at = text(custom, at)
        at = end
    return found[1], found[9]


def demangled(mangled):
    plain = subprocess.run(["swift", "demangle", "--simplified"], input="\n".join(mangled), text=True,
                           stdout=subprocess.PIPE, check=True).stdout.split("\n")
    return dict(zip(mangled, plain))


def owner(name):
    """The type or file-level function that a demangled name belongs to."""
    words = r"(static|generic|specialized|merged|outlined|init|with|copy|take|assign|destroy|of|closure|#\d+|in|implicit) "
    return re.split(r"[.(<: ]", re.sub(f"^({words})*", "", name).lstrip("("))[0]


module = open(sys.argv[1], "rb").read()
count = int(sys.argv[2]) if len(sys.argv) > 2 else 60
functions, segments, bodies, imported, data = {}, {}, [], 0, []
for kind, content in sections(module):
    label = {1: "types", 2: "imports", 3: "functions", 6: "globals", 7: "exports", 9: "elements", 10: "code", 11: "data"}.get(kind)
    if kind == 0:
        label, at = text(content, 0)
        if label == "name":
            functions, segments = names(content[at:])
    elif kind == 10:
        total, at = number(content, 0)
        for _ in range(total):
            size, at = number(content, at)
            bodies.append(content[at:at + size])
            at += size
    elif kind == 11:
        total, at = number(content, 0)
        for _ in range(total):
            _, at = number(content, at)
            while content[at] != 0x0B:  # i32.const ADDRESS end
                _, at = number(content, at + 1)
            size, at = number(content, at + 1)
            data.append(content[at:at + size])
            at += size
    print(f"{len(content):8} {len(gzip.compress(content, 9)):8} gzip  section {label}")
print()
for index, segment in enumerate(data):
    print(f"{len(segment):8} {len(gzip.compress(segment, 9)):8} gzip  data {segments.get(index, index)}")
plain = demangled([functions.get(index, str(index)) for index in range(len(bodies))])
sizes = [(len(body), plain[functions.get(index, str(index))]) for index, body in enumerate(bodies)]
owners = collections.defaultdict(bytes)
for body, (_, name) in zip(bodies, sizes):
    owners[owner(name)] += body
print()
for name, body in sorted(owners.items(), key=lambda item: -len(item[1]))[:count]:
    print(f"{len(body):8} {len(gzip.compress(body, 9)):8} gzip  {name}")
print()
for size, name in sorted(sizes, reverse=True)[:count]:
    print(f"{size:8}  {name}")
