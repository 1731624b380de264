"use strict";
/* Only in the preview: a new page when the ISMS was compiled anew. */
(function () {
	let known = null;

	function overlay(text) {
		let box = document.getElementById("LiveFault");

		if (text === "") {
			if (box)
				box.remove();
			return;
		}
		if (!box) {
			box = document.createElement("pre");
			box.id = "LiveFault";
			box.setAttribute("role", "alert");
			box.tabIndex = 0;
			Object.assign(box.style, { position: "fixed",
			    inset: "auto 0 0 0", zIndex: 99, margin: 0,
			    maxHeight: "60vh", maxWidth: "none", overflow: "auto",
			    whiteSpace: "pre-wrap", padding: "1rem 1.5rem",
			    color: "#fff", background: "#5c1020",
			    borderTop: "4px solid #d7707f" });
			document.body.append(box);
		}
		box.textContent = text;
	}

	async function look() {
		try {
			const answer = await fetch("/live", { cache: "no-store" });
			const now = await answer.json();

			if (known !== null && known !== now.build)
				return location.reload();
			known = now.build;
			overlay(now.fault);
		} catch (e) {
			/* the preview has ended, or is about to begin anew */
		}
		/* A page that nobody sees can wait. */
		setTimeout(look, document.hidden ? 2000 : 120);
	}
	/* The PDF is made when somebody asks for it. */
	function pdf() {
		const tools = document.querySelector(".tools");
		const a = document.createElement("a");

		a.href = "/manual.pdf";
		a.textContent = "PDF";
		if (tools)
			tools.append(a);
	}
	document.addEventListener("DOMContentLoaded", function () {
		pdf();
		look();
	});
})();
