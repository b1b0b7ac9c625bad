import { headlines, unreadable, type Finding, type Report } from '../report.ts';
import { verifyRecord } from '../verify.ts';

/** The script of the page that verifies in a browser. It is written into the page, asks nothing of any server, and works from a saved file as well. */

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const chosen = (id: string): File | undefined => byId<HTMLInputElement>(id).files?.[0];
const typed = (id: string): string | undefined => byId<HTMLInputElement>(id).value.trim() || undefined;

/** A file that is no JSON becomes a sentence for whoever chose it. */
class Unreadable extends Error {}

async function readJson(id: string): Promise<unknown> {
	const file = chosen(id);
	if (!file) return undefined;
	try {
		return JSON.parse(await file.text());
	} catch {
		throw new Unreadable(`Die Datei „${file.name}“ lässt sich nicht lesen. Bitte die Datei nehmen, wie sie heruntergeladen wurde (JSON).`);
	}
}

function list(title: string, kind: string, findings: readonly Finding[]): HTMLElement | null {
	if (!findings.length) return null;
	const section = document.createElement('section');
	section.className = `findings ${kind}`;
	const heading = document.createElement('h3');
	heading.textContent = title;
	const items = document.createElement('ul');
	for (const { text } of findings) items.append(Object.assign(document.createElement('li'), { textContent: text }));
	section.append(heading, items);
	return section;
}

function show(report: Report): void {
	const heading = Object.assign(document.createElement('h2'), { textContent: headlines[report.outcome], tabIndex: -1 });
	const { main, box, heads } = report.counts;
	const counts = Object.assign(document.createElement('p'), {
		className: 'muted',
		textContent: `Geprüft: ${main.toLocaleString('de-DE')} im Verlauf, ${box.toLocaleString('de-DE')} im Eingang, ${heads === 1 ? 'ein Tageskopf' : `${heads.toLocaleString('de-DE')} Tagesköpfe`}.`
	});
	const parts = [
		list(report.outcome === 'unreadable' ? 'Warum' : 'Nicht in Ordnung', 'broken', report.broken),
		list('Bewiesen', 'proven', report.proven),
		list('Nicht bewiesen', 'open', report.open)
	];
	const result = byId('ergebnis');
	result.className = `result ${report.outcome}`;
	result.replaceChildren(heading, ...(main ? [counts] : []), ...parts.filter((part) => part !== null));
	result.hidden = false;
	heading.focus();
}

const say = (code: string, text: string): void => show(unreadable(code, text));

async function verify(): Promise<void> {
	byId('ergebnis').hidden = true;
	if (!chosen('akte')) return say('no-file', 'Bitte zuerst die Datei der Akte auswählen.');
	if (!globalThis.crypto?.subtle)
		return say(
			'no-crypto',
			'Dieser Browser rechnet hier nicht, weil die Verbindung unverschlüsselt ist. Bitte die Seite speichern und von der Festplatte öffnen.'
		);
	const progress = byId('fortschritt');
	progress.textContent = 'Es wird gerechnet …';
	try {
		const [file, receipt, concept, heads] = [
			await readJson('akte'),
			await readJson('quittung'),
			await readJson('konzept'),
			await readJson('koepfe')
		];
		show(
			await verifyRecord({
				...{ file, receipt, concept, salt: typed('salz'), key: typed('schluessel'), heads },
				progress: (done) => (progress.textContent = `${done.toLocaleString('de-DE')} Einträge geprüft …`)
			})
		);
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		say('no-json', error.message);
	} finally {
		progress.textContent = '';
	}
}

byId('formular').hidden = false;
byId('ohne-skript').remove();
if (location.protocol === 'file:') byId('speichern').remove();
byId<HTMLFormElement>('formular').addEventListener('submit', (event) => {
	event.preventDefault();
	void verify();
});
