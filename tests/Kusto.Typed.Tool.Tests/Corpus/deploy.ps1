# '.create table InAComment (A: text)'
<# ".create table InAComment (A: text)" #>
$single = '.create table Single ([''A'']: text)'
$double = ".create table Double (A: blob, B: `"x`")"
$here = @'
.create table Here (A: clob)
'@
$filled = ".create table $name (A: text)"
$formatted = ".create table {0} (A: text)" -f $name
$joined = '.create table Joined ' + '(A: money)'
