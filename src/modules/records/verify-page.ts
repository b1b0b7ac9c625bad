/** The page that verifies records by itself: one file, no request, safe to keep. `hashOf` gives what a policy names a script by. */
type Page = { script: string; base: string; hashOf: (text: string) => string };

const style = `
:root{color-scheme:light dark;--paper:#fbf8f2;--card:#fff;--line:#e4ddcf;--line-strong:#8a8577;--ink:#1f2b29;--muted:#56625e;--brick:#a93f28;--brick-deep:#84301e;--on-brick:#fffaf3;--moss:#2a5a47;--moss-soft:#e4eee7;--light:#f5c451;--light-soft:#fdf1d0;--danger:#a3201b;--danger-soft:#fbe6e3}
@media (prefers-color-scheme:dark){:root{--paper:#121a1a;--card:#1a2424;--line:#31403d;--line-strong:#7d8c86;--ink:#f1ece1;--muted:#a9b5af;--brick:#f0957a;--brick-deep:#f7b39f;--on-brick:#2a0f08;--moss:#93c9ae;--moss-soft:#1f332b;--light:#ffd36b;--light-soft:#3a321b;--danger:#ff9d92;--danger-soft:#3d1b19}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Fira Sans",system-ui,sans-serif;overflow-wrap:anywhere}
.wrap{width:min(100% - 2.5rem,46rem);margin-inline:auto}
header{background:var(--card);border-bottom:1px solid var(--line)}
header .wrap{display:flex;align-items:center;gap:.6rem;padding-block:.8rem;font-weight:600}
header svg{width:2rem;height:2rem;flex:none}
header a{color:inherit;text-decoration:none}
main{padding-block:2rem 4rem}
h1{font-size:clamp(1.9rem,1.5rem + 2vw,2.8rem);line-height:1.15;margin:0 0 .8rem}
h2{font-size:1.5rem;line-height:1.25;margin:0 0 .4rem}
h3{font-size:1.1rem;margin:0 0 .4rem}
p{margin:0 0 .9rem}
.lead{font-size:1.2rem}
.muted{color:var(--muted)}
a{color:var(--brick)}
form,.box{display:grid;gap:1.2rem;margin-top:1.5rem;padding:clamp(1rem,4vw,1.8rem);background:var(--card);border:1px solid var(--line);border-radius:.7rem}
[hidden]{display:none}
label{display:block;font-weight:600}
.hint{margin:0 0 .3rem;color:var(--muted);font-size:.95rem}
input{width:100%;min-height:2.9rem;padding:.55rem .7rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line-strong);border-radius:.4rem}
input::file-selector-button{font:inherit;margin-right:.8rem;padding:.3rem .8rem;color:var(--ink);background:var(--card);border:1px solid var(--line-strong);border-radius:.3rem}
details{border-top:1px solid var(--line);padding-top:.9rem}
summary{cursor:pointer;width:fit-content;color:var(--brick);font-weight:600}
details>div{display:grid;gap:1.2rem;margin-top:1rem}
button{justify-self:start;display:inline-block;min-height:2.9rem;padding:.6rem 1.4rem;font:inherit;font-weight:600;color:var(--on-brick);background:var(--brick);border:0;border-radius:99rem;cursor:pointer}
button:hover{background:var(--brick-deep)}
:focus-visible{outline:3px solid var(--brick);outline-offset:2px}
h2:focus{outline:none}
.result{margin-top:2rem;padding:clamp(1rem,4vw,1.8rem);background:var(--card);border:1px solid var(--line);border-top:.5rem solid var(--moss);border-radius:.7rem}
.result.broken,.result.unreadable{border-top-color:var(--danger)}
.findings{margin-top:1.3rem;padding:.9rem 1.1rem;border-left:.3rem solid var(--line-strong);background:var(--paper);border-radius:0 .5rem .5rem 0}
.findings.proven{border-color:var(--moss);background:var(--moss-soft)}
.findings.broken{border-color:var(--danger);background:var(--danger-soft)}
.findings.open{border-color:var(--light);background:var(--light-soft)}
ul{margin:0;padding-left:1.2rem}
li{margin-bottom:.45rem}
code{font-family:ui-monospace,monospace;font-size:.92em}
#fortschritt{margin:0}#fortschritt:empty{margin-top:-1.2rem}
@media print{form,#speichern{display:none}}
`.trim();

const file = (id: string, label: string, hint: string) =>
	`<div><label for="${id}">${label}</label><p class="hint" id="${id}-hinweis">${hint}</p><input type="file" id="${id}" accept=".json,application/json" aria-describedby="${id}-hinweis"></div>`;
const text = (id: string, label: string, hint: string) =>
	`<div><label for="${id}">${label}</label><p class="hint" id="${id}-hinweis">${hint}</p><input type="text" id="${id}" autocomplete="off" spellcheck="false" aria-describedby="${id}-hinweis"></div>`;

const form = `<form id="formular" hidden>
${file('akte', 'Akte', 'Die Datei von der Seite des Verfahrens, „Akte herunterladen“.')}
<details><summary>Auch mein Konzept prüfen</summary><div>
${file('quittung', 'Quittung', 'Die Datei, die Sie beim Abgeben bekommen haben.')}
${file('konzept', 'Konzept', 'Die Datei mit Ihrem Konzept, wie Sie es abgegeben haben.')}
${text('salz', 'Salz', 'Die zufällige Zeichenfolge, die bei Ihrem Konzept steht. Nur nötig, wenn die Konzeptdatei sie nicht enthält.')}
</div></details>
<details><summary>Mit dem vergleichen, was ich von anderswo weiß</summary><div>
${text('schluessel', 'Schlüssel der Kommune', 'Zum Beispiel aus der Bekanntmachung.')}
${file('koepfe', 'Tagesköpfe', 'Einer oder mehrere, die Sie oder andere aufgehoben haben.')}
</div></details>
<button>Prüfen</button>
<p id="fortschritt" role="status"></p>
</form>`;

const mark = `<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M4 14 16 4l12 10v14H19v-8h-6v8H4z" fill="none" stroke="var(--brick)" stroke-width="2.6" stroke-linejoin="round"/><path d="M20.5 14.5h4v5h-4zM7.5 14.5h4v5h-4z" fill="var(--light)"/></svg>`;

/** No request to anywhere, whoever serves the file and wherever it was saved. */
const policyOf = ({ script, hashOf }: Page): string =>
	`default-src 'none'; script-src 'sha256-${hashOf(script)}'; style-src 'sha256-${hashOf(style)}'; img-src data:; base-uri 'none'; form-action 'none'`;

const escaped = (words: string): string => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const bodyOf = ({ base }: Page): string => `<header><div class="wrap">${mark}<a href="${escaped(base)}">Gestaltungsraum</a></div></header>
<main class="wrap" id="inhalt">
<h1>Eine Akte prüfen</h1>
<p class="lead">Diese Seite rechnet nach, ob die Akte eines Verfahrens vollständig und unverändert ist. Sie sagt, was bewiesen ist und was nicht.</p>
<p>Alles geschieht in Ihrem Browser. Es wird nichts gesendet: Die Seite verbietet sich jede Verbindung selbst, und sie geht auch ohne Netz.</p>
<p id="speichern"><a href="/pruefen" download="akte-pruefen.html">Diese Seite speichern</a>, um sie später oder ohne diese Plattform zu benutzen.</p>
<div class="box" id="ohne-skript"><h2>Ohne JavaScript</h2><p>Im Browser rechnet diese Seite mit JavaScript. Ohne geht es auf der Befehlszeile, mit demselben Programm: Quelltext von Gestaltungsraum holen, dann</p>
<p><code>npm ci</code><br><code>npm run cli -- verify akte.json --receipt quittung.json --concept konzept.json</code></p></div>
${form}
<div id="ergebnis" hidden></div>
</main>`;

/** The whole file, and the policy to serve it under. */
export function verifyPage(page: Page): { html: string; policy: string } {
	const policy = policyOf(page);
	const head = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Eine Akte prüfen – Gestaltungsraum</title><meta name="description" content="Nachrechnen, ob die Akte eines Verfahrens vollständig und unverändert ist: im Browser, ohne etwas zu senden."><link rel="icon" href="data:,"><style>${style}</style>`;
	const html = `<!doctype html>\n<html lang="de"><head>${head}</head>\n<body>${bodyOf(page)}\n<script>${page.script}</script></body></html>\n`;
	return { html, policy: `${policy}; frame-ancestors 'none'` };
}
