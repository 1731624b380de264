#!/bin/sh
# The catalogue of ISO/IEC 27001:2022 is whole: 93 controls in their four
# themes, 11 of them new, both titles, attributes from the known words, and
# links to each of the 114 controls of 2013 (115, since one was split).
awk -v file=lib/standard/iso27001/catalogue.yaml '
function say(s) { print file ": error: " s; bad = 1 }
function want(what, is, should) {
	if (is != should) say(what ": " is ", not " should)
}
function known(key, words,   i, n, w, list) {
	list = value[key]
	gsub(/[][ ]/, "", list)
	n = split(list, w, ",")
	if (n == 0) say(id " has no " key)
	for (i = 1; i <= n; i++)
		if (index(" " words " ", " " w[i] " ") == 0)
			say(id ": " key " " w[i])
}
function finish(   i, n, w, list, part) {
	if (id == "") return
	controls++
	split(id, part, ".")
	if (id != "A." section "." ++number && number > 1) {
		section++; number = 1
	}
	want("the control behind the one before", id, "A." section "." number)
	want("theme of " id, value["theme"], theme[section])
	themes[section]++
	if (value["title"] == "" || value["title_ja"] == "")
		say(id " lacks a title")
	if (value["title_ja"] !~ /[^ -~]/)
		say(id " has no Japanese title")
	known("type", "preventive detective corrective")
	known("cia", "confidentiality integrity availability")
	known("concepts", "identify protect detect respond recover")
	known("domains", "governance_and_ecosystem protection defence " \
	    "resilience")
	known("capabilities", "governance asset_management " \
	    "information_protection human_resource_security " \
	    "physical_security system_and_network_security " \
	    "application_security secure_configuration " \
	    "identity_and_access_management " \
	    "threat_and_vulnerability_management continuity " \
	    "supplier_relationships_security legal_and_compliance " \
	    "information_security_event_management " \
	    "information_security_assurance")
	list = value["from"]
	gsub(/[][ ]/, "", list)
	n = split(list, w, ",")
	if ((value["new"] == "true") != (n == 0))
		say(id ": new, or from an earlier control?")
	fresh += value["new"] == "true"
	for (i = 1; i <= n; i++) {
		links++
		old[w[i]]++
	}
	split("", value)
}
BEGIN {
	theme[5] = "organizational"; theme[6] = "people"
	theme[7] = "physical"; theme[8] = "technological"
	section = 5
}
/^- id: / { finish(); id = $3 }
/^  [a-z_]+:/ {
	key = $1; sub(/:$/, "", key)
	value[key] = $0; sub(/^  [a-z_]+: */, "", value[key])
}
END {
	finish()
	want("controls", controls, 93)
	want("organizational", themes[5], 37)
	want("people", themes[6], 8)
	want("physical", themes[7], 14)
	want("technological", themes[8], 34)
	want("new", fresh, 11)
	want("links", links, 115)
	# The groups of 2013 and how many controls each of their parts had.
	n = split("5:2 6:5,2 7:2,3,1 8:4,3,3 9:2,6,1,5 10:2 11:6,9 " \
	    "12:4,1,1,4,1,2,1 13:3,4 14:3,9,1 15:3,2 16:7 17:3,1 18:5,3",
	    group, " ")
	for (i = 1; i <= n; i++) {
		split(group[i], two, ":")
		m = split(two[2], part, ",")
		for (j = 1; j <= m; j++)
			for (k = 1; k <= part[j]; k++) {
				one = "A." two[1] "." j "." k
				all++
				if (!(one in old)) say(one " leads nowhere")
				else if (old[one] != (one == "A.18.2.3") + 1)
					say(one ": " old[one] " links")
				delete old[one]
			}
	}
	want("controls of 2013", all, 114)
	for (one in old) say(one " was no control of 2013")
	exit bad
}' lib/standard/iso27001/catalogue.yaml
