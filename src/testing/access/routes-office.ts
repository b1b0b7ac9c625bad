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
	}
};
