import sys

name = sys.argv[1]
FORMATTED = f".create table {name} (A: text)"
DOUBLED = f".create table T (A: int)"
OLD = ".create table %s (A: text)" % name
CALLED = ".create table {} (A: text)".format(name)
JOINED = ".create table " + name + " (A: text)"
PROSE = "use .create table T (A: text) here"
