"""Answers each line of standard input, a credit code, with `true` or `false` by python-stdnum."""

import sys

from stdnum.cn import uscc

write = sys.stdout.write
for line in sys.stdin:
    write("true\n" if uscc.is_valid(line.rstrip("\n")) else "false\n")
