import { existsSync, globSync, readFileSync } from 'node:fs';
import type { Hidden } from './hidden-play.ts';

/** Addresses that belong to a procedure. A route without a line here fails the test, with the line to add. */

type Known = Hidden['at'];
type Addresses = (at: Known) => string[];

const isOfProcedure = /\/(verfahren|konzepte|procedures|anhandgaben?|jury)(\/|$)/;
const elsewhere = /^\/(buero\/netzwerk|konto\/jury\/\[id\])/;

/** For a page: which of its data somebody can ask for by themselves, without what stands above it (`own`), and with what stands above it of the same thing (`all`). */
export type Masks = { own: string; all: string };

/** The data of a page comes in nodes, one for each layout above it and its own; a client says which it wants. */
function masksOf(file: string): Masks {
	const folders = file.split('/').slice(0, -1);
	const layouts = folders
		.map((_, n) => folders.slice(0, n + 1).join('/'))
		.filter((folder) => ['layout.svelte', 'layout.server.ts', 'error.svelte'].some((name) => existsSync(`${folder}/+${name}`)));
	return {
		own: `${'0'.repeat(layouts.length)}1`,
		all: `${layouts.map((folder) => (folder.endsWith(']') ? '1' : '0')).join('')}1`
	};
}

/** Every route of a procedure that answers GET, by its id; with masks where it is a page. */
export function routesOfProcedures(): Map<string, Masks | null> {
	const files = globSync('src/routes/**/{+page.svelte,+server.ts}').filter(
		(file) => file.endsWith('+page.svelte') || /\bGET\b/.test(readFileSync(file, 'utf8'))
	);
	const found = files.map((file) => {
		const id = file.replace(/^src\/routes/, '').replace(/\/\+[^/]+$/, '');
		return [id.replace(/\/\([^)]+\)/g, ''), file.endsWith('+page.svelte') ? masksOf(file) : null] as const;
	});
	return new Map(found.filter(([id]) => isOfProcedure.test(id) && !elsewhere.test(id)).sort());
}

/** The concepts by their number, once they have one. */
const numbers = ({ firstNumber, lastNumber, overNumber }: Known): string[] =>
	[firstNumber, lastNumber, overNumber].filter((one) => one !== undefined);
const concepts = ({ first, last, sketch, over }: Known): string[] => [first, last, sketch, over].filter((one) => one !== undefined);
const when = (known: string | undefined, address: string): string[] => (known ? [address] : []);

/** Parts that stand for more than the id of the procedure. */
const special: Record<string, Addresses> = {
	'/anhandgabe/foto/[meldung]': ({ report }) => when(report, `/anhandgabe/foto/${report}?schluessel=${report}`),
	'/buero/verfahren/[id]/anhandgabe/foto/[meldung]': ({ id, report }) => when(report, `/buero/verfahren/${id}/anhandgabe/foto/${report}`),
	'/buero/verfahren/[id]/anlagen/[anlage]': ({ id, paper }) => when(paper, `/buero/verfahren/${id}/anlagen/${paper}`),
	'/buero/verfahren/[id]/befangenheit': ({ id }) => [`/buero/verfahren/${id}/befangenheit?namen=ja`],
	'/buero/verfahren/[id]/beschluss/[nr]': ({ id }) => [`/buero/verfahren/${id}/beschluss/1`],
	'/buero/verfahren/[id]/dateien/[nummer]/[datei]': ({ id, firstNumber, file, answerFile }) =>
		[file, answerFile].flatMap((one) => when(one, `/buero/verfahren/${id}/dateien/${firstNumber}/${one}`)),
	'/buero/verfahren/[id]/kriterien/[teil]': ({ id }) => [`/buero/verfahren/${id}/kriterien/kriterium`],
	'/buero/verfahren/[id]/schreiben/[vorlage]': ({ id }) => [`/buero/verfahren/${id}/schreiben/einladung`],
	'/buero/verfahren/leicht': ({ houseId }) => [`/buero/verfahren/leicht?raum=${houseId}`],
	'/buero/verfahren/neu': ({ houseId }) => [`/buero/verfahren/neu?raum=${houseId}`],
	'/konto/anhandgaben/[id]/foto/[meldung]': ({ option, report }) => when(report, `/konto/anhandgaben/${option}/foto/${report}`),
	'/konto/konzepte/[id]/dateien/[datei]': ({ first, file }) => when(file, `/konto/konzepte/${first}/dateien/${file}`),
	'/konto/konzepte/[id]/nachreichen/[datei]': ({ first, answerFile }) =>
		when(answerFile, `/konto/konzepte/${first}/nachreichen/${answerFile}`),
	'/verfahren/[slug]/anlagen/[anlage]': ({ slug, paper }) => when(slug && paper, `/verfahren/${slug}/anlagen/${paper}`),
	'/verfahren/[slug]/termine/[termin]/termin.ics': ({ slug, viewing }) => when(viewing, `/verfahren/${slug}/termine/${viewing}/termin.ics`)
};

/** The addresses of a route as far as what they name is there yet; null for a route that nobody has said anything about. */
export function addressesOf(route: string, at: Known): string[] | null {
	const own = special[route];
	if (own) return own(at);
	const [rest = ''] = [
		route.replace('/buero/verfahren/[id]', `/buero/verfahren/${at.id}`).replace('/procedures/[id]', `/procedures/${at.id}`)
	];
	const filled = rest.startsWith('/konto/konzepte/[id]')
		? [...concepts(at), ...(rest === '/konto/konzepte/[id]' && at.unsent ? [at.unsent] : [])].map((id) => rest.replace('[id]', id))
		: rest.startsWith('/konto/anhandgaben/[id]')
			? when(at.option, rest.replace('[id]', at.option ?? ''))
			: rest.includes('[slug]')
				? when(at.slug, rest.replace('[slug]', at.slug ?? ''))
				: rest.includes('[nummer]')
					? numbers(at).map((number) => rest.replace('[nummer]', number))
					: [rest];
	return filled.some((address) => address.includes('[')) ? null : filled;
}

/** Desks on which a procedure may be mentioned, with what is found out for everybody who is signed in. */
export const besides: readonly (readonly [address: string, masks: Masks])[] = [
	['/buero', { own: '1', all: '1' }],
	['/konto', { own: '1', all: '1' }]
];
/** What somebody takes along of everything that is kept of them. */
export const takenAlong = '/konto/daten/export.zip';
