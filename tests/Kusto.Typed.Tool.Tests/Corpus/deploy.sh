#!/usr/bin/env bash
# .create table InAComment (A: text)
az kusto script create --script-content ".create table Quoted (A: text)" --name x
TABLE='.create table Assigned (A: blob)'
kusto-cli -execute:'.create table Pieces ('"A: clob"')'
name=$1
run ".create table $name (A: text)"
run ".create table ${name} (A: text)" "$(cat <<< '.create table')"

cat <<'EOF' | kusto-cli
.create table Literal (A: int, B: money)
.create table Literal ingestion csv mapping "M" '[{"Column":"A","Properties":{"Ordinal":"0"}},{"Column":"B","Properties":{"Ordinal":"2"}}]'
EOF

kusto-cli <<EOF
.create table $name (A: text)
.create table Known (A: number)
EOF
