# ".create table InAComment (A: text)"
SINGLE = '.create table Single (A: text)'
JOINED = (".create table Joined (A: int, "
          "B: blob)")
RAW = r'''
.create table Raw (A: clob)
'''
PLUS = '.create table Plus (A: int, ' + 'B: money)'
ESCAPED = '.create table Esc ([\'A\']: int, B: "x")'
CONTINUED = '.create table Continued ' \
    '(A: number)'
