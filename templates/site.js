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
		return s.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
	}

	function score(page, words) {
		const no = fold(page[0]);
		const all = no + " " + fold(page[1]);
		let sum = 0;

		for (const w of words) {
			const at = all.indexOf(w);

			if (at < 0)
				return -1;
			sum += no.startsWith(w) ? 4 :
			    at === 0 || all[at - 1] === " " ? 2 : 1;
		}
		return sum;
	}

	function find(input, list) {
		function load(then) {
			if (window.pages)
				return then();
			make("script", { src: "find.js", onload: then },
			    document.head);
		}
		function show() {
			const words = fold(input.value).split(" ")
			    .filter(Boolean);
			let hits;

			list.textContent = "";
			list.hidden = words.length === 0;
			if (list.hidden)
				return;
			hits = window.pages
			    .map((p, i) => [score(p, words), i, p])
			    .filter((h) => h[0] >= 0)
			    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
			    .slice(0, 30);
			for (const h of hits) {
				const a = make("a", { href: h[2][2],
				    textContent: (h[2][0] + " " + h[2][1]).trim()
				}, make("li", {}, list));

				if (h[2][3])
					make("span", { className: "where",
					    textContent: h[2][3] }, a);
			}
			if (hits.length === 0)
				make("li", { className: "none", textContent:
				    document.body.dataset.none }, list);
		}
		function step(e) {
			const all = [input, ...list.querySelectorAll("a")];
			const at = all.indexOf(document.activeElement);
			const by = e.key === "ArrowDown" ? 1 :
			    e.key === "ArrowUp" ? -1 : 0;

			if (e.key === "Escape") {
				list.hidden = true;
				input.focus();
			} else if (e.key === "Enter" && at === 0 && all[1]) {
				all[1].click();
			} else if (by !== 0 && all[at + by]) {
				e.preventDefault();
				all[at + by].focus();
			}
		}
		input.addEventListener("focus", () => load(() => {}));
		input.addEventListener("input", () => load(show));
		input.parentNode.addEventListener("keydown", step);
		document.addEventListener("click", function (e) {
			if (!input.parentNode.contains(e.target))
				list.hidden = true;
		});
		document.addEventListener("keydown", function (e) {
			if (e.key === "/" && !/^(INPUT|TEXTAREA)$/.test(
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
		const heads = table.tHead ? [...table.tHead.rows[0].cells]
		    .map((th) => th.textContent) : [];

		if (heads.length < (table.matches(".register") ? 3 : 6))
			return;
		for (const tr of table.querySelectorAll("tbody tr"))
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
		table.classList.add("named");
	}

	/* Named once, when the screen is or becomes narrow. */
	function narrow(query) {
		function now() {
			if (!query.matches)
				return;
			query.removeEventListener("change", now);
			document.querySelectorAll(".scroll > table")
			    .forEach(name);
		}
		query.addEventListener("change", now);
		now();
	}

	function sift(box) {
		const table = box.querySelector("table");
		const words = document.body.dataset;
		const rows = [...table.querySelectorAll("tbody tr")]
		    .filter((tr) => tr.cells.length > 1);
		const texts = rows.map((tr) => fold(tr.textContent));
		let bar, input, count;

		if (!table.tHead || rows.length < 6)
			return;
		bar = make("div", { className: "sifter" });
		input = make("input", { type: "search",
		    placeholder: words.filter }, bar);
		input.setAttribute("aria-label", words.filter);
		count = make("output", {}, bar);
		box.before(bar);
		input.addEventListener("input", function () {
			const want = fold(input.value).split(" ");
			let n = 0;

			rows.forEach(function (tr, i) {
				tr.hidden = !want.every((w) =>
				    texts[i].includes(w));
				n += !tr.hidden;
			});
			count.textContent = words.shown.replace("%d", n)
			    .replace("%d", rows.length);
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

	document.addEventListener("DOMContentLoaded", function () {
		document.querySelector(".tools").hidden = false;
		theme(document.getElementById("Theme"));
		find(document.getElementById("Find"),
		    document.getElementById("Found"));
		document.querySelectorAll(".searched").forEach(sift);
		narrow(matchMedia("(max-width: 40rem)"));
	});
})();
