// The schemas before a foreign judge: ajv compiles each in strict mode, accepts
// what check accepts (every file of the folders given, as YAML 1.2 reads it)
// and refuses every mutation below.
//
// node schema.js ISMSC FOLDER...; modules by NODE_PATH.
'use strict';
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');
const Ajv = require('ajv/dist/2020');
const YAML = require('yaml');

const [ismsc, ...folders] = process.argv.slice(2);
let passed = 0, failed = 0;
const check = (ok, what) => {
	if (ok)
		passed++;
	else {
		failed++;
		console.log(`FAIL ${what}`);
	}
};
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false,
    strictTypes: false, strictTuples: false, allowUnionTypes: true,
    validateFormats: false });
const schema = (dir, ...args) => ajv.compile(JSON.parse(execFileSync(ismsc,
    ['schema', '-C', dir, '--lang', 'en', ...args],
    { maxBuffer: 1 << 26 })));
const walk = (dir) => fs.readdirSync(dir, { withFileTypes: true })
    .flatMap((e) => e.name.startsWith('.') ? [] : e.isDirectory() ?
	walk(path.join(dir, e.name)) : e.name.endsWith('.md') ?
	[path.join(dir, e.name)] : []);
const front = (file) => {
	const m = /^---\n([\s\S]*?)\n---(\n|$)/.exec(
	    fs.readFileSync(file, 'utf8'));
	return m && YAML.parse(m[1]);
};
const why = (v) => v.errors.slice(0, 4).map((e) =>
    `${e.instancePath} ${e.message}`).join('; ');

// What a change of a record must do to it: path, value (undefined: away).
const mutations = {
	risk: [['likelihood', 'five'], ['status', 'half'], ['cia', ['X']],
	    ['owner', 'the office'], ['acceptance', { by: 'PER-0001' }],
	    ['treatments', ['RISK-1']], ['colour', 'red'],
	    ['assessed_on', '2026/04/01'], ['id', 'RSK-1'], ['title', 'TBD'],
	    ['created', undefined], ['method', undefined]],
	corrective_action: [['ncr', undefined], ['ncr', 'CA-0001'],
	    ['effectiveness', { result: 'good' }], ['due', '令和8年4月1日']],
	document: [['version', undefined], ['review_every', '1 year'],
	    ['changes', { version: '1.0' }], ['classification', 'secret']],
	objective: [['target', 'many'], ['period', 'FY2026'],
	    ['measurements', [{ period: '2026' }]]],
	organisation: [['year_start', 'April'], ['sites', 'Tokyo'],
	    ['departments', [{ id: 'x' }]]],
};

for (const dir of folders) {
	const all = schema(dir);
	const config = schema(dir, 'isms.yaml');
	const kinds = {};
	const text = fs.readFileSync(path.join(dir, 'isms.yaml'), 'utf8');
	const isms = YAML.parse(text);
	check(config(isms), `${dir}/isms.yaml: ${config.errors &&
	    why(config)}`);
	for (const [key, value] of [['profile', 'full'], ['nmae', 'x'],
	    ['year_start', '13-01'], ['settings', { laed: 1 }],
	    ['name', undefined], ['languages', ['fr']],
	    ['rules', [{ code: 'CTL-07', severity: 'off' }]],
	    ['house_rules', [{ code: 'HOUSE-01' }]],
	    ['kinds', [{ name: 'Big Name' }]],
	    ['kinds', [{ name: 'x', fields: [{ name: 'a', type: 'strng' }] }]]])
		check(!config({ ...isms, [key]: value }),
		    `isms.yaml with ${key}: ${JSON.stringify(value)} passes`);
	for (const file of walk(dir)) {
		const data = front(file);
		if (!data || (!data.kind && !data.records))
			continue;
		check(all(data), `${file}: ${all.errors && why(all)}`);
		const kind = data.kind;
		if (!kind)
			continue;
		kinds[kind] = kinds[kind] || schema(dir, kind);
		check(kinds[kind](data), `${file} by ${kind}: ${
		    kinds[kind].errors && why(kinds[kind])}`);
		for (const [key, value] of mutations[kind] || []) {
			if (data.records) {
				const records = data.records.map((r, i) =>
				    i ? r : { ...r, [key]: value });
				if (value === undefined)
					delete records[0][key];
				if (value === undefined && key in data)
					continue;
				check(!all({ ...data, records }),
				    `${file}: first record with ${key}: ${
				    JSON.stringify(value)} passes`);
				continue;
			}
			const changed = { ...data, [key]: value };
			if (value === undefined)
				delete changed[key];
			check(!all(changed), `${file} with ${key}: ${
			    JSON.stringify(value)} passes`);
		}
	}
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
