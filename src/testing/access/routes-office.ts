import { everyone, signedIn, type Role } from './access.ts';
import { staff, nobody, editors, inside, office, type RouteAccess } from './route-access.ts';

/** The demo's profile of Angermünde: Ines writes it. */
const profile = (then = ''): RouteAccess['example'] => ({
	on: '/buero/profil',
	like: /^\/buero\/profil\/angermuende$/,
	then,
	as: 'office'
});

/** A letter of the demo's Angermünde to its owners, and one of those owners. */
const campaign = (then = '', named?: string): RouteAccess['example'] => ({
	on: '/buero/anschreiben?ags=12073008',
	like: /^\/buero\/anschreiben\/[0-9a-f-]{36}$/,
	then,
	as: 'editor',
	named
});
const owner = (then = '', named?: string): RouteAccess['example'] => ({
	on: '/buero/eigentuemer?ags=12073008',
	like: /^\/buero\/eigentuemer\/[0-9a-f-]{36}$/,
	then,
	as: 'editor',
	named
});
/** A case that nobody in Angermünde took on in time, so that the office of Helle Orte works on it too. */
const caseOf = (then = ''): RouteAccess['example'] => ({
	on: '/buero/faelle?q=Laden+in+der',
	like: /^\/buero\/faelle\/[0-9a-f-]{36}$/,
	then,
	as: 'editor',
	named: 'Brüderstraße'
});
/** A walk through the demo's Angermünde that is still to come, and a story that is being written there. */
const tour = (then = ''): RouteAccess['example'] => ({
	on: '/buero/spaziergaenge',
	like: /^\/buero\/spaziergaenge\/[0-9a-f-]{36}$/,
	then,
	as: 'editor',
	named: 'Altstadt'
});
const story = (then = ''): RouteAccess['example'] => ({
	on: '/buero/geschichten',
	like: /^\/buero\/geschichten\/[0-9a-f-]{36}$/,
	then,
	as: 'editor',
	named: 'Ton, Strom'
});
/** Whoever acts for an organisation: Amira for the Werkhof. */
const desks: readonly Role[] = ['maker', 'editor', 'otherEditor', 'office', 'admin'];

const procedureOf =
	(named: string) =>
	(then = ''): RouteAccess['example'] => ({
		...{ on: '/buero/verfahren', like: /^\/buero\/verfahren\/[0-9a-f-]{36}$/, then, as: 'editor', named }
	});
/** Procedures of Angermünde: in work, finished (Oskar is named in it), and open to everybody. */
const draft = procedureOf('Gutshaus Biesenbrow');
const finished = procedureOf('Gasthof am Marktplatz');
const running = procedureOf('Am Teich');
const town: readonly Role[] = ['editor', 'admin'];
/** Towns, and Hanna with a house of her own; whoever is like her has none to begin with. */
const beginners: readonly Role[] = ['owner', ...editors];

/** Below /buero. */
export const officeRoutes: Record<string, RouteAccess> = {
	'/buero': { GET: staff },
	'/buero/aktualitaet': { GET: staff, actions: { confirm: staff, takeBack: staff, decide: staff } },
	'/buero/anschreiben': { GET: editors, actions: { default: editors } },
	'/buero/anschreiben/[id]': {
		GET: ['editor', 'admin'],
		example: campaign(),
		actions: {
			save: ['editor', 'admin'],
			freeze: ['editor', 'admin'],
			reopen: ['editor', 'admin'],
			send: ['editor', 'admin'],
			close: ['editor', 'admin'],
			discard: ['editor', 'admin']
		}
	},
	'/buero/anschreiben/[id]/briefe.pdf': { GET: ['editor', 'admin'], example: campaign('/briefe.pdf', 'Leere Häuser, Herbst') },
	'/buero/anschreiben/[id]/empfaenger/[nummer]': {
		GET: nobody,
		actions: { reply: ['editor', 'admin'], consent: ['editor', 'admin'], return: ['editor', 'admin'], exclude: ['editor', 'admin'] }
	},
	'/buero/anschreiben/[id]/empfaenger/[nummer]/brief.pdf': { GET: nobody },
	'/buero/anschreiben/absender': { GET: editors, actions: { default: editors } },
	'/buero/ansprueche': { GET: office },
	'/buero/ansprueche/[id]': {
		GET: office,
		example: { on: '/buero/ansprueche', like: /^\/buero\/ansprueche\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { letter: office, decide: office, domains: office }
	},
	'/buero/eigentuemer': { GET: editors },
	'/buero/eigentuemer/[id]': {
		GET: ['editor', 'admin'],
		example: owner(),
		actions: {
			save: ['editor', 'admin'],
			block: ['editor', 'admin'],
			unblock: ['editor', 'admin'],
			notice: ['editor', 'admin'],
			erase: ['editor', 'admin']
		}
	},
	'/buero/eigentuemer/[id]/hinweis.pdf': { GET: ['editor', 'admin'], example: owner('/hinweis.pdf', 'Volker Lindner') },
	'/buero/faelle': { GET: desks },
	'/buero/faelle/[id]': {
		GET: inside,
		example: caseOf(),
		actions: { step: inside, plan: inside, party: inside, endParty: inside, introduce: inside }
	},
	'/buero/faelle/[id]/empfehlungen': { GET: inside, example: caseOf('/empfehlungen'), actions: { save: inside, step: inside } },
	'/buero/faelle/[id]/notizen': { GET: inside, example: caseOf('/notizen'), actions: { internal: inside, shared: inside } },
	'/buero/faelle/[id]/termine': { GET: inside, example: caseOf('/termine'), actions: { save: inside, step: inside } },
	'/buero/faelle/[id]/uebergabe': { GET: inside, example: caseOf('/uebergabe'), actions: { default: inside } },
	'/buero/faelle/[id]/unterlagen': { GET: inside, example: caseOf('/unterlagen'), actions: { add: inside, remove: inside } },
	'/buero/faelle/neu': { GET: desks, actions: { default: staff } },
	'/buero/foerderung': { GET: office, actions: { review: office } },
	'/buero/foerderung/[id]': {
		GET: office,
		example: { on: '/buero/foerderung', like: /^\/buero\/foerderung\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { save: office }
	},
	'/buero/foerderung/neu': { GET: office, actions: { save: office } },
	'/buero/geschichten': { GET: desks, actions: { begin: nobody } },
	'/buero/geschichten/[id]': {
		GET: ['editor', 'admin'],
		example: story(),
		actions: {
			save: ['editor', 'admin'],
			turn: ['editor', 'admin'],
			removeTurn: ['editor', 'admin'],
			voice: ['editor', 'admin'],
			release: ['editor', 'admin'],
			takeBack: ['editor', 'admin'],
			removeVoice: ['editor', 'admin'],
			picture: ['editor', 'admin'],
			removePicture: ['editor', 'admin']
		}
	},
	'/buero/geschichten/[id]/vorschau': { GET: ['editor', 'admin'], example: story('/vorschau'), actions: { default: ['editor', 'admin'] } },
	'/buero/gestaltung': { GET: everyone, actions: { default: everyone } },
	'/buero/gruppen': { GET: editors },
	'/buero/gruppen/[id]': {
		example: { on: '/buero/gruppen', like: /^\/buero\/gruppen\/[0-9a-f-]{36}$/, as: 'editor', named: 'Leute fürs Gutshaus' },
		GET: ['editor', 'admin']
	},
	'/buero/hinweise': { GET: ['admin'] },
	'/buero/hinweise/[id]': {
		GET: ['admin'],
		example: { on: '/buero/hinweise', like: /^\/buero\/hinweise\/[0-9a-f-]{36}$/, as: 'admin' },
		actions: {
			take: ['admin'],
			release: ['admin'],
			inform: ['admin'],
			decide: ['admin'],
			lift: ['admin'],
			uphold: ['admin'],
			revise: ['admin']
		}
	},
	'/buero/import': { GET: editors, actions: { default: editors } },
	'/buero/import/[id]': { GET: editors, actions: { columns: editors, sheet: editors, apply: editors, undo: editors } },
	'/buero/import/[id]/nachbessern.csv': { GET: editors },
	'/buero/kommune': { GET: staff, actions: { contact: staff, remove: staff, goals: staff } },
	'/buero/meldungen': { GET: signedIn },
	'/buero/meldungen/[id]': {
		example: { on: '/buero/meldungen', like: /^\/buero\/meldungen\/[0-9a-f-]{36}$/, as: 'editor' },
		GET: ['editor', 'admin'],
		actions: {
			take: ['editor', 'admin'],
			release: ['editor', 'admin'],
			ask: ['editor', 'admin'],
			decline: ['editor', 'admin'],
			spam: ['editor', 'admin'],
			accept: ['editor', 'admin'],
			join: ['editor', 'admin'],
			handOver: ['editor', 'admin']
		}
	},
	'/buero/meldungen/[id]/bild': { GET: nobody },
	'/buero/nachrichten': { GET: signedIn },
	'/buero/nachrichten/[id]': {
		example: { on: '/buero/nachrichten', like: /^\/buero\/nachrichten\/[0-9a-f-]{36}$/, as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { default: ['editor', 'admin'] }
	},
	'/buero/passungen': { GET: staff },
	'/buero/personen': { GET: office },
	'/buero/personen/[id]': {
		GET: office,
		example: { on: '/buero/personen', like: /^\/buero\/personen\/[0-9a-f-]{36}$/, as: 'admin' },
		actions: { end: office, grant: office, resetFactor: ['admin'], revoke: office }
	},
	'/buero/profil': { GET: staff, actions: { begin: inside } },
	'/buero/profil/[slug]': { GET: inside, example: profile() },
	'/buero/profil/[slug]/fassungen': { GET: inside, example: profile('/fassungen') },
	'/buero/profil/[slug]/fassungen/[nummer]': {
		GET: inside,
		example: { on: '/buero/profil/angermuende/fassungen', like: /\/fassungen\/1$/, as: 'editor' },
		actions: { default: inside }
	},
	'/buero/profil/[slug]/teile/[teil]': {
		GET: inside,
		example: profile('/teile/stimmen'),
		actions: { save: inside, move: inside, release: inside, remove: inside }
	},
	'/buero/profil/[slug]/vorschau': { GET: inside, example: profile('/vorschau'), actions: { publish: inside, withdraw: inside } },
	'/buero/raeume': { GET: staff, actions: { confirm: staff } },
	'/buero/raeume/[id]': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, as: 'editor' },
		GET: ['editor', 'admin'],
		actions: {
			save: ['editor', 'admin'],
			confirm: staff,
			takeBack: ['editor', 'admin'],
			unit: ['editor', 'admin'],
			removeUnit: ['editor', 'admin']
		}
	},
	'/buero/raeume/[id]/ankuendigung.pdf': { GET: nobody },
	'/buero/raeume/[id]/bilder': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/bilder', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { add: ['editor', 'admin'], change: ['editor', 'admin'], move: ['editor', 'admin'], remove: ['editor', 'admin'] }
	},
	'/buero/raeume/[id]/eigentum': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/eigentum', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: {
			add: ['editor', 'admin'],
			link: ['editor', 'admin'],
			share: ['editor', 'admin'],
			attitude: ['editor', 'admin'],
			remove: ['editor', 'admin'],
			cause: ['editor', 'admin'],
			dropCause: ['editor', 'admin']
		}
	},
	'/buero/raeume/[id]/foerderung': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/foerderung', as: 'editor' },
		GET: ['editor', 'admin']
	},
	'/buero/raeume/[id]/kosten.pdf': {
		example: {
			on: '/buero/raeume',
			like: /^\/buero\/raeume\/[0-9a-f-]{36}$/,
			then: '/kosten.pdf',
			as: 'editor',
			named: 'Gutshaus Biesenbrow'
		},
		GET: ['editor', 'admin']
	},
	'/buero/raeume/[id]/mix': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/mix', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { call: ['editor', 'admin'] }
	},
	'/buero/raeume/[id]/passung': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/passung', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { default: ['editor', 'admin'] }
	},
	'/buero/raeume/[id]/sichtbarkeit': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/sichtbarkeit', as: 'editor' },
		GET: ['editor', 'admin']
	},
	'/buero/raeume/[id]/vorschau': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/vorschau', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: {
			publish: ['editor', 'admin'],
			withdraw: ['editor', 'admin'],
			announce: ['editor', 'admin'],
			object: ['editor', 'admin'],
			decide: ['editor', 'admin'],
			consent: ['editor', 'admin'],
			withdrawConsent: ['editor', 'admin']
		}
	},
	'/buero/raeume/[id]/weg': {
		example: { on: '/buero/raeume', like: /^\/buero\/raeume\/[0-9a-f-]{36}$/, then: '/weg', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { default: ['editor', 'admin'] }
	},
	'/buero/raeume/neu': { GET: staff },
	'/buero/raeume/neu/[schritt]': { GET: nobody, actions: { next: staff, finish: staff, drop: staff } },
	'/buero/rundgang': { GET: ['editor', 'otherEditor'], actions: { settle: ['editor', 'otherEditor'] } },
	'/buero/rundgang/blatt': { GET: ['editor', 'otherEditor'], actions: { default: ['editor', 'otherEditor'] } },
	'/buero/rundgang/eintraege': { POST: ['editor', 'otherEditor', 'admin'] },
	'/buero/spaziergaenge': { GET: desks },
	'/buero/spaziergaenge/[id]': {
		GET: ['editor', 'admin'],
		example: tour(),
		actions: {
			guides: ['editor', 'admin'],
			house: ['editor', 'admin'],
			place: ['editor', 'admin'],
			words: ['editor', 'admin'],
			consent: ['editor', 'admin'],
			move: ['editor', 'admin'],
			sort: ['editor', 'admin']
		}
	},
	'/buero/spaziergaenge/[id]/blatt.pdf': { GET: ['editor', 'admin'], example: tour('/blatt.pdf') },
	'/buero/spaziergaenge/[id]/ergebnis': {
		GET: ['editor', 'admin'],
		example: tour('/ergebnis'),
		actions: { results: ['editor', 'admin'], paper: ['editor', 'admin'], interest: ['editor', 'admin'] }
	},
	'/buero/spaziergaenge/neu': { GET: desks, actions: { default: staff } },
	'/buero/uebergabe': { GET: staff },
	'/buero/uebergabe/[id]': {
		example: { on: '/buero/uebergabe', like: /^\/buero\/uebergabe\/[0-9a-f-]{36}$/, as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { default: ['editor', 'admin'] }
	},
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
		example: finished('/anhandgabe'),
		actions: {
			...{ grant: town, successor: town, extend: town, end: town, decide: town, talk: town, remedy: town, closeRemedy: town },
			...{ contract: town, works: town, use: town, link: town, story: town }
		}
	},
	'/buero/verfahren/[id]/anhandgabe/blatt.pdf': { GET: nobody },
	'/buero/verfahren/[id]/anhandgabe/foto/[meldung]': { GET: nobody },
	'/buero/verfahren/[id]/anhandgabe/meilensteine': { GET: nobody, actions: { save: nobody, remove: nobody, levels: nobody } },
	'/buero/verfahren/[id]/anhandgabe/vertrag.pdf': { GET: nobody },
	'/buero/verfahren/[id]/anlagen/[anlage]': { GET: nobody },
	'/buero/verfahren/[id]/aufruf': { GET: inside, example: finished('/aufruf'), actions: { attach: town, detach: town } },
	'/buero/verfahren/[id]/aufruf.pdf': { GET: inside, example: finished('/aufruf.pdf') },
	'/buero/verfahren/[id]/aufwand': { GET: town, example: draft('/aufwand'), actions: { default: town } },
	'/buero/verfahren/[id]/auswertung': { GET: nobody, actions: { announce: nobody, draw: nobody } },
	'/buero/verfahren/[id]/befangenheit': { GET: nobody, actions: { declare: nobody, set: nobody, withdraw: nobody } },
	'/buero/verfahren/[id]/beschluss/[nr]': { GET: nobody },
	'/buero/verfahren/[id]/beteiligte': { GET: town, example: finished('/beteiligte'), actions: { opener: town, save: town, remove: town } },
	'/buero/verfahren/[id]/bewertung': {
		GET: nobody,
		actions: { remind: nobody, abstain: nobody, substitute: nobody, decide: nobody, reveal: nobody }
	},
	'/buero/verfahren/[id]/bewertung/[nummer]': { GET: nobody, actions: { default: nobody } },
	'/buero/verfahren/[id]/brief.pdf': { GET: nobody },
	'/buero/verfahren/[id]/dateien/[nummer]/[datei]': { GET: nobody },
	'/buero/verfahren/[id]/einwaende': { GET: nobody, actions: { answer: nobody } },
	'/buero/verfahren/[id]/fragen': { GET: town, example: running('/fragen'), actions: { aside: town, draft: town, release: town } },
	'/buero/verfahren/[id]/gespraeche': { GET: nobody, actions: { plan: nobody, cancel: nobody, hold: nobody } },
	'/buero/verfahren/[id]/jurysitzung': { GET: nobody, actions: { lock: nobody, reopen: nobody } },
	'/buero/verfahren/[id]/jurysitzung/[nummer]': { GET: nobody, actions: { change: nobody, note: nobody, plan: nobody, cancel: nobody } },
	'/buero/verfahren/[id]/jurysitzung/[nummer]/saal': { GET: nobody },
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
	'/buero/verfahren/[id]/oeffnung': { GET: inside, example: finished('/oeffnung'), actions: { hand: [], make: [], try: [] } },
	'/buero/verfahren/[id]/probe': { GET: town, example: finished('/probe'), actions: { concept: town, invent: town, remove: town } },
	'/buero/verfahren/[id]/schreiben': { GET: town, example: draft('/schreiben') },
	'/buero/verfahren/[id]/schreiben/[vorlage]': { GET: town, example: draft('/schreiben/einladung'), actions: { preview: town } },
	'/buero/verfahren/[id]/schreiben/[vorlage]/brief.pdf': { POST: town, example: draft('/schreiben/einladung/brief.pdf') },
	'/buero/verfahren/[id]/termine': { GET: town, example: running('/termine'), actions: { cancel: town, save: town } },
	'/buero/verfahren/[id]/vergleich': { GET: town, example: finished('/vergleich') },
	'/buero/verfahren/[id]/vermerk': { GET: nobody },
	'/buero/verfahren/[id]/vermerk.pdf': { GET: nobody },
	'/buero/verfahren/[id]/veroeffentlichen': {
		GET: town,
		example: running('/veroeffentlichen'),
		actions: { cancel: town, extend: town, publish: town, repeat: town }
	},
	'/buero/verfahren/[id]/vorpruefung': { GET: nobody, actions: { admit: nobody, invite: nobody } },
	'/buero/verfahren/[id]/vorpruefung/[nummer]': {
		GET: nobody,
		actions: { check: nobody, supplement: nobody, exclude: nobody, readmit: nobody, hide: nobody, replace: nobody }
	},
	'/buero/verfahren/[id]/zeitplan': { GET: town, example: finished('/zeitplan'), actions: { save: town, propose: town } },
	'/buero/verfahren/[id]/zuschlag': {
		GET: nobody,
		actions: { recommend: nobody, propose: nobody, next: nobody, decide: nobody, cancel: nobody }
	},
	'/buero/verfahren/leicht': { GET: beginners, actions: { default: editors } },
	'/buero/verfahren/neu': { GET: beginners, actions: { default: editors } }
};
