"use strict";
/* Comfort on top of pages that are whole without it. */
(function () {
	const root = document.documentElement;
	let kept = null;

	/* Before the page is drawn, so that it does not flash. */
	try {
		kept = localStorage.getItem("theme");
	} catch (e) {
		/* a browser may refuse storage to files: nothing is kept */
	}
	if (kept === "dark" || kept === "light")
		root.dataset.theme = kept;

	function make(name, props, parent) {
		const e = Object.assign(document.createElement(name), props);

		if (parent)
			parent.append(e);
		return e;
	}

	function theme(button) {
		button.addEventListener("click", function () {
			const dark = root.dataset.theme ?
			    root.dataset.theme === "dark" :
			    matchMedia("(prefers-color-scheme: dark)").matches;

			root.dataset.theme = dark ? "light" : "dark";
			try {
				localStorage.setItem("theme",
				    root.dataset.theme);
			} catch (e) {
				/* the choice lasts as long as the page */
			}
		});
	}

	/* Full-width letters, case and blanks make no difference. */
	function fold(s) {
		return s.normalize("NFKC").toLowerCase().replace(/\s+/g, " ")
		    .replace(/\u00df/g, "ss").replace(/\u03c2/g, "\u03c3");
	}

	/* The word a reader types, as the index knows it: out/html_find.c. */
	const DENSE = "\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff" +
	    "\\uac00-\\ud7a3\\u{20000}-\\u{3ffff}\\u3005";

	function group(chars, size) {
		let h = 2166136261;

		for (let i = 0; i < 3; i++)
			h = Math.imul(h ^ (chars[i] || 0), 16777619);
		h = h >>> 0;
		return ((h ^ h >>> 15) >>> 0) % size;
	}

	function groups(word, size) {
		const out = [];
		const add = (s) => out.push(group([...s].map((c) =>
		    c.codePointAt(0)), size));

		for (const run of word.match(new RegExp("[" + DENSE + "]+|" +
		    "[^\\p{P}\\p{S}\\p{Z}\\p{C}" + DENSE + "]+", "gu")) || []) {
			const chars = [...run];
			const dense = new RegExp("[" + DENSE + "]", "u")
			    .test(run);

			if (dense && chars.length === 1) {
				if (/\p{Script=Han}/u.test(run))
					add(run);
			} else if (dense) {
				for (let i = 0; i + 1 < chars.length; i++)
					add(chars.slice(i, i + 2));
			} else if (chars.length === 2) {
				add("_" + run);
			} else {
				for (let i = 0; i + 2 < chars.length; i++)
					add(chars.slice(i, i + 3));
			}
		}
		return out;
	}

	/* Where the pages of each group begin in the index. */
	function Index(code, size, pages) {
		const bytes = atob(code);
		const starts = new Int32Array(size);
		let at = 0;

		function bit() {
			const b = bytes.charCodeAt(at >> 3) >> 7 - (at & 7) & 1;

			at++;
			return b;
		}
		function bits(n) {
			let v = 0;

			while (n-- > 0)
				v = v << 1 | bit();
			return v;
		}
		function unary() {
			let n = 0;

			while (bit())
				n++;
			return n;
		}
		function read(seen) {
			const most = bit();
			const len = unary();
			const n = (1 << len | bits(len)) - 1;
			const k = bits(4);
			const out = seen ? new Uint8Array(pages).fill(most) :
			    null;

			for (let i = 0, next = 0; i < n; i++) {
				next += (unary() << k | bits(k)) + 1;
				if (seen)
					out[next - 1] = most ^ 1;
			}
			return out;
		}
		for (let g = 0; g < size; g++) {
			starts[g] = at;
			read(false);
		}
		this.pages = function (g) {
			at = starts[g];
			return read(true);
		};
	}

	/* The pages that may hold every word. */
	function candidates(index, size, words, pages) {
		const all = words.flatMap((w) => groups(w, size));
		const sets = [...new Set(all)].map((g) => index.pages(g));
		const out = [];

		/* A kana alone is in no group; a letter alone means a title. */
		if (sets.length === 0 && words.every((w) => /^[a-z0-9]?$/.test(w)))
			return [];
		for (let i = 0; i < pages; i++)
			if (sets.every((set) => set[i]))
				out.push(i);
		return out;
	}

	function score(page, words) {
		const no = fold(page[0]);
		const all = no + " " + fold(page[1]);
		let sum = 0;

		for (const w of words) {
			const at = all.indexOf(w);

			if (at < 0)
				return -1;
			sum += no === w ? 9 : no.startsWith(w) ? 4 :
			    at === 0 || all[at - 1] === " " ? 2 : 1;
		}
		return sum;
	}

	/* The texts of pages come in files of some pages each, when needed. */
	const texts = [], folded = [], asked = [];
	let index = null, render = null;

	window.gotText = function (chunk, list) {
		list.forEach(function (s, i) {
			texts[window.chunks[chunk] + i] = s;
		});
		if (render)
			render();
	};

	function wanted(page) {
		let chunk;

		if (texts[page] !== undefined)
			return true;
		chunk = window.chunks.length - 1;
		while (window.chunks[chunk] > page)
			chunk--;
		if (!asked[chunk]) {
			asked[chunk] = true;
			make("script", { src: "text-" + chunk + ".js" },
			    document.head);
		}
		return false;
	}

	/* Two letters are the beginning of a word, more may stand anywhere. */
	function place(text, word, from) {
		const short = /^[a-z0-9]{1,2}$/.test(word);
		let at = text.indexOf(word, from);

		while (short && at > 0 && /[a-z0-9]/.test(text[at - 1]))
			at = text.indexOf(word, at + 1);
		return at;
	}

	/* How often the words stand in a page; 0 unless each of them does. */
	function count(page, words) {
		let n = 0;

		if (folded[page] === undefined)
			folded[page] = fold(texts[page]);
		for (const w of words) {
			let at = place(folded[page], w, 0);

			if (at < 0)
				return 0;
			for (let i = 0; at >= 0 && i < 5; i++, n++)
				at = place(folded[page], w, at + w.length);
		}
		return n;
	}

	/* The place of the first word, with what stands around it. */
	function context(page, words, parent) {
		const same = folded[page].length === texts[page].length;
		const text = same ? texts[page] : folded[page];
		const at = place(folded[page], words[0], 0);
		const wide = root.lang === "ja" ? 24 : 48;
		const from = Math.max(0, at - wide);
		const end = at + words[0].length + 2 * wide;
		const e = make("span", { className: "context" }, parent);

		e.append((from > 0 ? "\u2026" : "") + text.slice(from, at));
		make("mark", { textContent:
		    text.slice(at, at + words[0].length) }, e);
		e.append(text.slice(at + words[0].length, end) +
		    (end < text.length ? "\u2026" : ""));
	}

	const SHOWN = 30;

	/* Titles first, then texts by how often they have the words. */
	function search(words) {
		const pages = window.pages;
		const hits = pages.map((p, i) => [score(p, words), i])
		    .filter((h) => h[0] >= 0)
		    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
		const titled = new Set(hits.map((h) => h[1]));
		let may, waiting = 0;

		if (!index && window.groups > 0)
			index = new Index(window.index, window.groups,
			    pages.length);
		may = index ? candidates(index, window.groups, words,
		    pages.length) : pages.map((p, i) => i);
		const found = [];
		for (const i of may) {
			if (titled.has(i))
				continue;
			if (!wanted(i)) {
				waiting++;
				continue;
			}
			const n = count(i, words);

			if (n > 0)
				found.push([n, i]);
		}
		found.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
		return { titled: hits.length, waiting,
		    hits: [...hits, ...found] };
	}

	function find(input, list) {
		const say = document.getElementById("Said");
		let go = false;		/* Enter came before the results */

		function load(then) {
			if (window.pages)
				return then();
			if (articles.length > 0) {
				window.pages = articles.map((a) => [
				    a.dataset.no, a.dataset.title, "#" + a.id,
				    Number(a.dataset.up)]);
				articles.forEach((a, i) => texts[i] =
				    "aside" in a.dataset ? "" : a.textContent
				    .replace(/\s+/g, " "));
				window.groups = 0;
				return then();
			}
			make("script", { src: "find.js", onload: then },
			    document.head);
		}
		function item(hit, words, titled) {
			const page = window.pages[hit[1]];
			const up = window.pages[page[3]];
			const a = make("a", { href: page[2], textContent:
			    (page[0] + " " + page[1]).trim()
			}, make("li", {}, list));

			if (up)
				make("span", { className: "where", textContent:
				    (up[0] + " " + up[1]).trim() }, a);
			if (!titled)
				context(hit[1], words, a);
		}
		function show() {
			const words = fold(input.value).split(" ")
			    .filter(Boolean);
			const at = [...list.querySelectorAll("a")]
			    .indexOf(document.activeElement);
			let got;

			list.textContent = "";
			list.hidden = words.length === 0;
			render = null;
			if (list.hidden) {
				say.textContent = "";
				return;
			}
			render = show;
			got = search(words);
			if (got.waiting === 0)
				render = null;
			got.hits.slice(0, SHOWN).forEach((h, i) =>
			    item(h, words, i < got.titled));
			if (at >= 0)
				(list.querySelectorAll("a")[at] || input)
				    .focus();
			if (go && (got.titled > 0 || got.waiting === 0)) {
				go = false;
				list.querySelector("a")?.click();
			}
			if (got.waiting > 0)
				return;
			say.textContent = document.body.dataset.found
			    .replace("%d", got.hits.length);
			if (got.hits.length === 0)
				make("li", { className: "none", textContent:
				    document.body.dataset.none }, list);
		}
		function step(e) {
			const all = [input, ...list.querySelectorAll("a")];
			const at = all.indexOf(document.activeElement);
			const by = e.key === "ArrowDown" ? 1 :
			    e.key === "ArrowUp" ? -1 : 0;

			if (e.isComposing)
				return;
			if (e.key === "Escape") {
				list.hidden = true;
				input.focus();
			} else if (e.key === "Enter" && at === 0) {
				go = !all[1];
				all[1]?.click();
			} else if (by !== 0 && all[at + by]) {
				e.preventDefault();
				all[at + by].focus();
			}
		}
		input.addEventListener("focus", () => load(() => {}));
		input.addEventListener("input", function () {
			go = false;
			load(show);
		});
		input.parentNode.addEventListener("keydown", step);
		document.addEventListener("click", function (e) {
			if (!input.parentNode.contains(e.target) ||
			    e.target.closest("#Found a"))
				list.hidden = true;
		});
		document.addEventListener("keydown", function (e) {
			if (e.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(
			    document.activeElement.tagName)) {
				e.preventDefault();
				input.focus();
			}
		});
	}

	/* Rows between two band rows move within their band. */
	function sort(table, th, n) {
		const up = th.getAttribute("aria-sort") !== "ascending";
		const order = new Intl.Collator(root.lang, { numeric: true });
		const key = (tr) => tr.cells[n] ?
		    tr.cells[n].textContent.trim() : "";

		for (const o of table.tHead.rows[0].cells)
			o.removeAttribute("aria-sort");
		th.setAttribute("aria-sort", up ? "ascending" : "descending");
		for (const body of table.tBodies) {
			let band = [];
			const out = [];
			const flush = function () {
				band.sort((a, b) => (up ? 1 : -1) *
				    order.compare(key(a), key(b)));
				out.push(...band);
				band = [];
			};

			for (const tr of body.rows) {
				if (tr.cells.length === 1) {
					flush();
					out.push(tr);
				} else {
					band.push(tr);
				}
			}
			flush();
			body.append(...out);
		}
	}

	/* Each cell learns the name of its column, for narrow screens. */
	function name(table) {
		const heads = [...table.tHead.rows[0].cells]
		    .map((th) => th.textContent);

		for (const tr of table.querySelectorAll("tbody tr")) {
			const id = tr.cells[0].querySelector("a.id");

			/* Its head is the title behind an id. */
			tr.classList.toggle("by-id", id && id.textContent ===
			    tr.cells[0].textContent.trim());
			for (let i = 1; i < tr.cells.length; i++) {
				const td = tr.cells[i], all = document
				    .createElement("div");

				td.dataset.label = heads[i] || "";
				/* One box beside the label, not one a word. */
				if (td.childNodes.length > 1) {
					all.append(...td.childNodes);
					td.append(all);
				}
			}
		}
		table.classList.add("named");
	}

	/* What is wider than the screen, and any register on a phone. */
	function crowded(table) {
		const box = table.parentNode;

		return table.tHead && (table.matches(".register") &&
		    table.tHead.rows[0].cells.length > 2 &&
		    matchMedia("(max-width: 40rem)").matches ||
		    box.scrollWidth > box.clientWidth);
	}

	/* Asked again whenever the screen or the page shown is another. */
	function narrow(query) {
		function now() {
			const all = [...document.querySelectorAll(
			    ".scroll > table")];

			all.forEach((table) => table.classList.remove("named"));
			if (query.matches)
				all.filter(crowded).forEach(name);
		}
		addEventListener("resize", now);
		addEventListener("hashchange", now);
		/* What is folded has no width. */
		document.addEventListener("toggle", now, true);
		now();
	}

	/*
	 * A list with lines across it, below which is what did not change
	 * since: one chooses a line, or a commit of the list.
	 */
	function since(table, rows, bar, choose) {
		const page = table.closest("article");
		const lines = rows.filter((tr) => /(^|\.)since-/.test(tr.id));
		const title = page.querySelector("h1").textContent;
		const marks = new Map();
		let label, select, group, column;

		if (lines.length === 0)
			return;
		rows.forEach(function (tr, i) {
			const code = tr.querySelector("td > code");

			if (code && !marks.has(code.textContent)) {
				marks.set(code.textContent, [i,
				    tr.cells[0].textContent + " " +
				    code.textContent]);
				column = code.parentNode.cellIndex;
			}
		});
		label = make("label", { textContent: title + " " });
		select = make("select", {}, label);
		bar.prepend(label);
		make("option", { value: rows.length, textContent:
		    document.body.dataset.all || "\u2013" },
		    select);
		group = make("optgroup", { label:
		    page.querySelector("h2").textContent }, select);
		for (const tr of lines)
			make("option", { value: rows.indexOf(tr),
			    textContent: tr.textContent }, group);
		group = make("optgroup", { label: table.tHead.rows[0]
		    .cells[column || 0].textContent }, select);
		for (const mark of marks.values())
			make("option", { value: mark[0], textContent: mark[1] },
			    group);
		select.addEventListener("change", () =>
		    choose(Number(select.value)));

		/* By the address of a line: what is above it, from the top. */
		function go() {
			const id = decodeURIComponent(location.hash.slice(1));
			const at = lines.find((tr) => tr.id === id);

			if (!at)
				return;
			select.value = rows.indexOf(at);
			choose(rows.indexOf(at));
			requestAnimationFrame(() => table.closest(
			    "section:not(.scroll)").scrollIntoView());
		}
		addEventListener("hashchange", go);
		go();
	}

	function sift(box) {
		const table = box.querySelector("table");
		const words = document.body.dataset;
		const all = [...table.querySelectorAll("tbody tr")];
		const rows = all.filter((tr) => tr.cells.length > 1);
		const texts = new Map();
		let end = all.length, bar, input, count;

		/* A line across the rows stays while any row below it does. */
		function show() {
			const want = fold(input.value).trim().split(" ")
			    .filter(Boolean);
			let n = 0, line = null;

			all.forEach(function (tr, i) {
				if (tr.cells.length === 1) {
					tr.hidden = i > end || want.length > 0;
					line = i > end ? null : tr;
					return;
				}
				if (want.length > 0 && !texts.has(tr))
					texts.set(tr, fold(tr.textContent));
				tr.hidden = i >= end || !want.every((w) =>
				    texts.get(tr).includes(w));
				if (!tr.hidden && line)
					line.hidden = false;
				n += !tr.hidden;
			});
			count.textContent = words.shown.replace("%d", n)
			    .replace("%d", rows.length);
		}
		if (!table.tHead || rows.length < 6)
			return;
		bar = make("div", { className: "sifter" });
		input = make("input", { type: "search",
		    placeholder: words.filter }, bar);
		input.setAttribute("aria-label", words.filter);
		count = make("output", {}, bar);
		box.before(bar);
		input.addEventListener("input", show);
		since(table, all, bar, function (at) {
			end = at;
			show();
		});
		[...table.tHead.rows[0].cells].forEach(function (th, n) {
			const label = th.textContent;
			const b = make("button", { type: "button",
			    title: words.sort, textContent: label });

			th.textContent = "";
			th.append(b);
			b.addEventListener("click", () => sort(table, th, n));
		});
	}

	/* Paper has nothing to unfold. */
	function printed() {
		let folded = [];

		addEventListener("beforeprint", function () {
			folded = [...document.querySelectorAll(
			    "details.data:not([open])")];
			folded.forEach((e) => e.open = true);
		});
		addEventListener("afterprint", () =>
		    folded.forEach((e) => e.open = false));
	}

	/* All pages in one file: one is shown at a time. */
	let articles = [];

	function single() {
		const links = document.querySelectorAll(".chapters a");
		const title = document.title;

		function show() {
			const id = decodeURIComponent(location.hash.slice(1));
			const to = document.getElementById(id);
			const page = to && to.closest("article.page") ||
			    articles[0];
			let up = articles.indexOf(page);
			const path = [];

			for (; up >= 0; up = Number(articles[up].dataset.up))
				path.push("#" + articles[up].id);
			articles.forEach((a) => a.hidden = a !== page);
			document.body.className = page.dataset.class;
			document.title = (page.dataset.no + " " +
			    page.dataset.title).trim() + " \u2013 " +
			    title.split(" \u2013 ").slice(1).join(" \u2013 ");
			for (const a of links) {
				const at = a.getAttribute("href");

				a.removeAttribute("aria-current");
				if (at === path[0])
					a.setAttribute("aria-current", "page");
				a.parentNode.classList.toggle("open",
				    path.includes(at));
			}
			if (to && to !== page)
				to.scrollIntoView();
			else
				scrollTo(0, 0);
		}
		root.classList.add("paged");
		addEventListener("hashchange", show);
		show();
	}

	document.addEventListener("DOMContentLoaded", function () {
		articles = [...document.querySelectorAll("article.page")];
		if (articles.length > 0)
			single();
		document.querySelector(".tools").hidden = false;
		theme(document.getElementById("Theme"));
		find(document.getElementById("Find"),
		    document.getElementById("Found"));
		document.querySelectorAll(".searched").forEach(sift);
		printed();
		narrow(matchMedia("screen and (max-width: 56rem)"));
	});
})();
