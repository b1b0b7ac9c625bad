import type { Role } from './access.ts';
import { staff, nobody, editors, inside, type RouteAccess } from './route-access.ts';

const procedureOf =
	(named: string) =>
	(then = ''): RouteAccess['example'] => ({
		...{ on: '/buero/verfahren', like: /^\/buero\/verfahren\/[0-9a-f-]{36}$/, then, as: 'editor', named }
	});
/** Procedures of Angermünde: in work, finished (Oskar is named in it), and open to everybody. */
const draft = procedureOf('Gutshaus Biesenbrow');
const finished = procedureOf('Gasthof am Marktplatz');
const running = procedureOf('Am Teich');
/** Ines leads, Friedrich and Oskar are in the jury: decided, so that the file is theirs as well, and with the house at the hand of Amira's group. */
const decided = procedureOf('Wer zieht in Biesenbrow');
const atHand = procedureOf('Alte Kegelbahn');
const named: readonly Role[] = ['editor', 'otherEditor', 'office'];
const lead: readonly Role[] = ['editor'];
/** Who scores is sent to show a second factor. */
const scorers: readonly Role[] = ['otherEditor', 'office'];
const town: readonly Role[] = ['editor', 'admin'];
/** Towns, and Hanna with a house of her own; whoever is like her has none to begin with. */
const beginners: readonly Role[] = ['owner', ...editors];

/** Below /buero/verfahren. */
export const procedureRoutes: Record<string, RouteAccess> = {
	/** Hanna leads one of her own. */
	'/buero/verfahren': { GET: [...staff, 'owner'] },
	'/buero/verfahren/[id]': {
		GET: town,
		example: draft(),
		actions: { basics: town, grant: town, partner: town, release: town, step: town }
	},
	'/buero/verfahren/[id]/aenderung': {
		GET: town,
		example: running('/aenderung'),
		actions: { begin: town, condition: town, days: town, drop: town, leaf: town, publish: town, weights: town }
	},
	'/buero/verfahren/[id]/anhandgabe': {
		GET: town,
		example: atHand('/anhandgabe'),
		actions: {
			...{ grant: town, successor: town, extend: town, end: town, decide: town, talk: town, remedy: town, closeRemedy: town },
			...{ contract: town, works: town, use: town, link: town, story: town }
		}
	},
	'/buero/verfahren/[id]/anhandgabe/blatt.pdf': { GET: town, example: atHand('/anhandgabe/blatt.pdf') },
	'/buero/verfahren/[id]/anhandgabe/foto/[meldung]': { GET: nobody },
	'/buero/verfahren/[id]/anhandgabe/meilensteine': {
		GET: town,
		example: atHand('/anhandgabe/meilensteine'),
		actions: { save: town, remove: town, levels: town }
	},
	'/buero/verfahren/[id]/anhandgabe/vertrag.pdf': { GET: nobody, example: atHand('/anhandgabe/vertrag.pdf') },
	'/buero/verfahren/[id]/anlagen/[anlage]': { GET: nobody },
	'/buero/verfahren/[id]/aufruf': { GET: inside, example: finished('/aufruf'), actions: { attach: town, detach: town } },
	'/buero/verfahren/[id]/aufruf.pdf': { GET: inside, example: finished('/aufruf.pdf') },
	'/buero/verfahren/[id]/aufwand': { GET: town, example: draft('/aufwand'), actions: { default: town } },
	'/buero/verfahren/[id]/auswertung': { GET: named, example: decided('/auswertung'), actions: { announce: lead, draw: lead } },
	'/buero/verfahren/[id]/befangenheit': {
		GET: named,
		example: decided('/befangenheit'),
		actions: { declare: named, set: lead, withdraw: scorers }
	},
	'/buero/verfahren/[id]/beschluss/[nr]': { GET: named, example: decided('/beschluss/1') },
	'/buero/verfahren/[id]/beteiligte': {
		GET: town,
		example: finished('/beteiligte'),
		actions: { opener: town, save: town, remove: town, ...{ nominate: town, recall: town, release: town, appoint: town, retire: town } }
	},
	'/buero/verfahren/[id]/bewertung': {
		GET: named,
		example: decided('/bewertung'),
		actions: { remind: lead, abstain: lead, substitute: lead, decide: lead, reveal: lead }
	},
	'/buero/verfahren/[id]/bewertung/[nummer]': { GET: scorers, example: decided('/bewertung/1'), actions: { default: scorers } },
	'/buero/verfahren/[id]/brief.pdf': { GET: nobody },
	'/buero/verfahren/[id]/dateien/[nummer]/[datei]': { GET: nobody },
	'/buero/verfahren/[id]/einwaende': { GET: lead, example: decided('/einwaende'), actions: { answer: lead } },
	'/buero/verfahren/[id]/fragen': { GET: town, example: running('/fragen'), actions: { aside: town, draft: town, release: town } },
	'/buero/verfahren/[id]/gespraeche': { GET: nobody, actions: { plan: nobody, cancel: nobody, hold: nobody } },
	'/buero/verfahren/[id]/jurysitzung': { GET: named, example: decided('/jurysitzung'), actions: { lock: lead, reopen: lead } },
	'/buero/verfahren/[id]/jurysitzung/[nummer]': {
		GET: named,
		example: decided('/jurysitzung/1'),
		actions: { change: scorers, note: lead, plan: lead, cancel: lead }
	},
	'/buero/verfahren/[id]/jurysitzung/[nummer]/saal': { GET: named, example: decided('/jurysitzung/1/saal') },
	'/buero/verfahren/[id]/klaeren': { GET: town, example: finished('/klaeren'), actions: { default: town } },
	'/buero/verfahren/[id]/kriterien': {
		GET: town,
		example: finished('/kriterien'),
		actions: { weights: town, balance: town, move: town, remove: town }
	},
	'/buero/verfahren/[id]/kriterien.json': { GET: town, example: finished('/kriterien.json') },
	'/buero/verfahren/[id]/kriterien/[teil]': {
		GET: town,
		example: draft('/kriterien/kriterium'),
		actions: { area: town, leaf: town, eligibility: town }
	},
	'/buero/verfahren/[id]/kriterien/uebernehmen': { GET: town, example: draft('/kriterien/uebernehmen'), actions: { default: town } },
	'/buero/verfahren/[id]/leicht': {
		GET: town,
		example: draft('/leicht'),
		actions: { form: town, about: town, save: town, propose: town, settle: town }
	},
	'/buero/verfahren/[id]/oeffnung': { GET: inside, example: finished('/oeffnung'), actions: { hand: [], make: [], pass: [], try: [] } },
	'/buero/verfahren/[id]/probe': { GET: town, example: finished('/probe'), actions: { concept: town, invent: town, remove: town } },
	'/buero/verfahren/[id]/schreiben': { GET: town, example: draft('/schreiben') },
	'/buero/verfahren/[id]/schreiben/[vorlage]': { GET: town, example: draft('/schreiben/einladung'), actions: { preview: town } },
	'/buero/verfahren/[id]/schreiben/[vorlage]/brief.pdf': { POST: town, example: draft('/schreiben/einladung/brief.pdf') },
	'/buero/verfahren/[id]/termine': { GET: town, example: running('/termine'), actions: { cancel: town, save: town } },
	'/buero/verfahren/[id]/vergleich': { GET: town, example: finished('/vergleich') },
	'/buero/verfahren/[id]/vermerk': { GET: named, example: decided('/vermerk') },
	'/buero/verfahren/[id]/vermerk.pdf': { GET: named, example: decided('/vermerk.pdf') },
	'/buero/verfahren/[id]/veroeffentlichen': {
		GET: town,
		example: running('/veroeffentlichen'),
		actions: { cancel: town, extend: town, publish: town, repeat: town }
	},
	'/buero/verfahren/[id]/vorpruefung': { GET: lead, example: decided('/vorpruefung'), actions: { admit: lead, invite: lead } },
	'/buero/verfahren/[id]/vorpruefung/[nummer]': {
		GET: lead,
		example: decided('/vorpruefung/1'),
		actions: { check: lead, supplement: lead, exclude: lead, readmit: lead, hide: lead, replace: lead }
	},
	'/buero/verfahren/[id]/zeitplan': { GET: town, example: finished('/zeitplan'), actions: { save: town, propose: town } },
	'/buero/verfahren/[id]/zuschlag': {
		GET: lead,
		example: decided('/zuschlag'),
		actions: { recommend: lead, propose: lead, next: lead, decide: lead, cancel: lead }
	},
	'/buero/verfahren/leicht': { GET: beginners, actions: { default: editors } },
	'/buero/verfahren/neu': { GET: beginners, actions: { default: editors } }
};
