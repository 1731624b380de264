# What an untrusted pull request may bring: each ends, and is told.
{
echo 'house_rules:'
n=10
rule() {
	n=$((n + 1))
	printf '  - {code: HOUSE-%d, message: "%s", sql: "%s"}\n' $n \
	    "${2:-hostile}" "$1"
}
rule "ATTACH 'x.db' AS x"
rule "PRAGMA writable_schema = 1"
rule "SELECT * FROM pragma_table_info('risk')"
rule "UPDATE risk SET title = 'x'"
rule "DROP TABLE risk"
rule "SELECT 1; DROP TABLE risk"
rule "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
rule "SELECT a.src AS id FROM link a, link b, link c, link d WHERE a.src || b.src || c.src > d.src || 'zzz'"
rule "SELECT zeroblob(1000000000)"
rule "SELECT length(printf('%.*c', 1000000000, 'x'))"
rule "WITH RECURSIVE n(i, s) AS (SELECT 1, 'x' UNION ALL SELECT i + 1, s || s FROM n) SELECT max(length(s)) FROM n"
rule "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 4000) SELECT group_concat(hex(zeroblob(90000)) || i) OVER () FROM n"
rule "SELECT randomblob(16)"
rule "SELECT load_extension('/tmp/x.so')"
rule "SELECT readfile('/etc/passwd')"
rule "WITH t(s) AS (SELECT replace(hex(zeroblob(90000)), '0', 'a')) SELECT a.src AS id FROM link a, link b, link c, t WHERE t.s || a.src || b.src REGEXP '(a+)+b' OR t.s || a.src || b.src LIKE '%a%a%a%a%a%b'"
rule "WITH t(s) AS (SELECT hex(zeroblob(90000))) SELECT a.src AS id FROM link a, link b, link c, t WHERE instr(t.s || a.src || b.src, substr(t.s, 1, 90000) || '1') OR replace(t.s || a.src || b.src, substr(t.s, 2) || '2', '') = '1'"
rule "SELECT trim(hex(zeroblob(90000)), hex(zeroblob(90000)))"
rule "SELECT nothing FROM risk"
rule "SELECT id FROM riks"
rule "SELECT id FROM risk" "{id} of {oner} is there"
rule "SELECT a.src AS id FROM link a, (SELECT 1 FROM link) b"
rule "SELECT hex(zeroblob(50000)) AS x" "long {x}"
rule "SELECT 'RSK-9999' AS id" "nobody knows {id}"
rule "SELECT NULL AS id, date('now') AS today" "the clock says {today}"
rule "SELEC id"
} >>isms.yaml
