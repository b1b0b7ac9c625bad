import { signedIn, type Role } from './access.ts';
import { nobody, inside, type RouteAccess } from './route-access.ts';

/** The Werkhof: Amira's group, accompanied by Helle Orte. Ines is the network's editor and looks on. */
const ownPlace = (then = ''): RouteAccess['example'] => ({
	on: '/konto/orte',
	like: /^\/konto\/orte\/[0-9a-f-]{36}$/,
	then,
	as: 'maker',
	named: 'Werkhof'
});
const place: readonly Role[] = ['maker', 'office', 'admin'];
const placeRead: readonly Role[] = ['maker', 'editor', 'office', 'admin'];

/** The people for the manor: Amira and Hanna are in it, nobody else is, whatever their office. */
const groupMembers: readonly Role[] = ['maker', 'owner'];
const ownGroup = (then = ''): RouteAccess => ({
	example: { on: '/konto/gruppen', like: /^\/konto\/gruppen\/[0-9a-f-]{36}$/, then, as: 'maker', named: 'Leute fürs Gutshaus' },
	GET: groupMembers
});

/** What Amira handed in, and the house at her group's hand. */
const ownConcept = (then = ''): RouteAccess => ({
	example: { on: '/konto/konzepte', like: /^\/konto\/konzepte\/[0-9a-f-]{36}$/, then, as: 'maker', named: 'Werkhof am Teich' },
	GET: ['maker']
});
const ownOption = (then = ''): RouteAccess => ({
	example: { on: '/konto/anhandgaben', like: /^\/konto\/anhandgaben\/[0-9a-f-]{36}$/, then, as: 'maker', named: 'Gasthof' },
	GET: ['maker']
});
const maker: readonly Role[] = ['maker'];

/** Below /konto. */
export const accountRoutes: Record<string, RouteAccess> = {
	'/konto': { GET: signedIn, actions: { name: signedIn, revive: signedIn } },
	'/konto/anhandgaben': { GET: signedIn, actions: { seek: signedIn } },
	'/konto/anhandgaben/[id]': { ...ownOption(), actions: { report: maker, giveBack: maker } },
	'/konto/anhandgaben/[id]/blatt.pdf': ownOption('/blatt.pdf'),
	'/konto/anhandgaben/[id]/foto/[meldung]': { GET: nobody },
	'/konto/anhandgaben/[id]/geworden': { ...ownOption('/geworden'), actions: { default: maker } },
	'/konto/aufnahme': { GET: signedIn },
	'/konto/aufnahme/[id]': { GET: nobody, actions: { choose: nobody, withdraw: nobody } },
	'/konto/aufnahme/[id]/akte': { GET: nobody },
	'/konto/aufnahme/[id]/brief.pdf': { GET: nobody },
	'/konto/aufnahme/[id]/teil/[teil]': { GET: nobody, actions: { default: nobody } },
	'/konto/aufnahme/[id]/vorschau': { GET: nobody, actions: { default: nobody } },
	'/konto/aufnahme/neu': { GET: nobody, actions: { default: nobody } },
	'/konto/benachrichtigungen': { GET: signedIn, actions: { budget: signedIn, channels: signedIn, absence: signedIn, back: signedIn } },
	'/konto/berufungen': { GET: signedIn, actions: { accept: signedIn, decline: signedIn } },
	'/konto/daten': { GET: signedIn, actions: { erase: signedIn } },
	'/konto/daten/export.zip': { GET: signedIn },
	'/konto/faelle': { GET: signedIn },
	'/konto/faelle/[id]': {
		example: { on: '/konto/faelle', like: /^\/konto\/faelle\/[0-9a-f-]{36}$/, as: 'maker', named: 'Kerkow' },
		GET: ['maker'],
		actions: { write: ['maker'], recommendation: ['maker'], viewing: ['maker'], introduction: ['maker'], document: ['maker'] }
	},
	'/konto/faelle/termine/[termin]/termin.ics': { GET: nobody },
	'/konto/faelle/unterlagen/[dokument]': { GET: nobody },
	'/konto/gespraeche': { GET: signedIn },
	'/konto/gespraeche/[id]': {
		example: { on: '/konto/gespraeche', like: /^\/konto\/gespraeche\/[0-9a-f-]{36}$/, as: 'maker', named: 'Jonas Weber' },
		GET: ['maker'],
		actions: { say: ['maker'], setAside: ['maker'], mute: ['maker'], unmute: ['maker'], leave: ['maker'], block: ['maker'] }
	},
	'/konto/gespraeche/[id]/melden': {
		example: { on: '/konto/gespraeche', like: /^\/konto\/gespraeche\/[0-9a-f-]{36}$/, then: '/melden', as: 'maker', named: 'Jonas Weber' },
		GET: ['maker'],
		actions: { default: ['maker'] }
	},
	'/konto/gespraeche/blockiert': { GET: signedIn, actions: { default: signedIn } },
	'/konto/gespraeche/dateien/[datei]': { GET: nobody },
	'/konto/gespraeche/neu': { GET: nobody, actions: { default: nobody } },
	'/konto/gesuche': { GET: signedIn },
	'/konto/gesuche/[id]': {
		example: { on: '/konto/gesuche', like: /^\/konto\/gesuche\/[0-9a-f-]{36}$/, as: 'maker' },
		GET: ['maker', 'admin'],
		actions: { answer: ['maker', 'admin'], save: ['maker', 'admin'], step: ['maker', 'admin'] }
	},
	'/konto/gesuche/[id]/passung': {
		example: { on: '/konto/gesuche', like: /^\/konto\/gesuche\/[0-9a-f-]{36}\/passung$/, as: 'maker' },
		GET: ['maker', 'admin'],
		actions: { default: ['maker', 'admin'] }
	},
	'/konto/gesuche/neu': { GET: signedIn, actions: { default: signedIn } },
	'/konto/gruppen': { GET: signedIn, actions: { call: signedIn } },
	'/konto/gruppen/[id]': { ...ownGroup(), actions: { save: groupMembers, step: groupMembers, house: groupMembers } },
	'/konto/gruppen/[id]/bedarf': {
		...ownGroup('/bedarf'),
		actions: { need: groupMembers, removeNeed: groupMembers, request: groupMembers }
	},
	'/konto/gruppen/[id]/gespraech': { ...ownGroup('/gespraech'), actions: { default: groupMembers } },
	'/konto/gruppen/[id]/menschen': {
		...ownGroup('/menschen'),
		actions: {
			...{ invite: groupMembers, withdraw: groupMembers, knock: groupMembers, speaker: groupMembers, remove: groupMembers },
			...{ membership: groupMembers, role: groupMembers, take: groupMembers, removeRole: groupMembers, leave: groupMembers }
		}
	},
	'/konto/gruppen/[id]/rechtsform': {
		...ownGroup('/rechtsform'),
		actions: { choose: groupMembers, tick: groupMembers, establish: groupMembers }
	},
	'/konto/gruppen/[id]/unterlagen': { ...ownGroup('/unterlagen'), actions: { add: groupMembers, remove: groupMembers } },
	'/konto/gruppen/neu': { GET: signedIn, actions: { found: signedIn, choose: signedIn } },
	'/konto/gruppen/unterlagen/[fassung]': { GET: nobody },
	'/konto/jury': { GET: signedIn },
	'/konto/jury/[id]': {
		GET: ['otherEditor'],
		example: { on: '/konto/jury', like: /^\/konto\/jury\/[0-9a-f-]{36}$/, as: 'otherEditor' },
		actions: { default: ['otherEditor'] }
	},
	'/konto/jury/anmelden': { GET: signedIn },
	'/konto/konzepte': { GET: signedIn },
	'/konto/konzepte/[id]': { ...ownConcept(), actions: { save: maker } },
	'/konto/konzepte/[id]/abgabe': {
		...ownConcept('/abgabe'),
		actions: { copy: maker, discard: maker, drop: maker, restart: maker, restore: maker, send: maker, withdraw: maker }
	},
	'/konto/konzepte/[id]/dateien': { ...ownConcept('/dateien'), actions: { add: maker, remove: maker } },
	'/konto/konzepte/[id]/dateien/[datei]': { GET: nobody },
	'/konto/konzepte/[id]/ergebnis': { GET: nobody, actions: { object: nobody, withdraw: nobody } },
	'/konto/konzepte/[id]/ergebnis/brief.pdf': { GET: nobody },
	'/konto/konzepte/[id]/kosten': { ...ownConcept('/kosten'), actions: { save: maker } },
	'/konto/konzepte/[id]/menschen': {
		...ownConcept('/menschen'),
		actions: { handOver: maker, invite: maker, leave: maker, remove: maker, uninvite: maker }
	},
	'/konto/konzepte/[id]/nachreichen': { ...ownConcept('/nachreichen'), actions: { default: maker } },
	'/konto/konzepte/[id]/nachreichen/[datei]': { GET: nobody },
	'/konto/konzepte/[id]/quittung.json': ownConcept('/quittung.json'),
	'/konto/konzepte/[id]/quittung.pdf': ownConcept('/quittung.pdf'),
	/** Nobody was asked to present anything. */
	'/konto/konzepte/[id]/vorstellung': { ...ownConcept('/vorstellung'), GET: nobody },
	'/konto/konzepte/[id]/vorstellung/termin.ics': { ...ownConcept('/vorstellung/termin.ics'), GET: nobody },
	'/konto/konzepte/einladung': { GET: nobody, actions: { default: nobody } },
	'/konto/merkliste': { GET: signedIn, actions: { add: signedIn, remove: signedIn } },
	'/konto/nachrichten': { GET: signedIn, actions: { more: signedIn, remove: signedIn } },
	'/konto/name': { GET: signedIn, actions: { default: signedIn } },
	'/konto/netzwerke': { GET: signedIn, actions: { confirm: signedIn, save: signedIn } },
	'/konto/netzwerke/[id]/urkunde.pdf': { GET: inside, example: { on: '/konto/netzwerke', like: /urkunde\.pdf$/, as: 'editor' } },
	'/konto/organisation': { GET: signedIn },
	'/konto/organisation/[id]': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, as: 'editor' },
		GET: inside,
		actions: { invite: inside, withdraw: inside, rights: inside, end: inside, show: inside }
	},
	'/konto/organisation/[id]/anmeldedienst': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/anmeldedienst', as: 'editor' },
		GET: inside,
		actions: { save: inside, test: inside, remove: inside }
	},
	'/konto/organisation/[id]/beratung': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/beratung', as: 'editor' },
		GET: inside,
		actions: { save: inside, expert: inside, remove: inside }
	},
	'/konto/organisation/[id]/kontakte': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/kontakte', as: 'editor' },
		GET: inside,
		actions: { save: inside, remove: inside }
	},
	'/konto/organisation/[id]/pioniere': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/pioniere', as: 'editor' },
		GET: inside,
		actions: { name: inside, remove: inside, answer: inside }
	},
	'/konto/organisation/[id]/profil': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/profil', as: 'editor' },
		GET: inside,
		actions: { save: inside, logo: inside, removeLogo: inside }
	},
	'/konto/organisation/[id]/rechnungen': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/rechnungen', as: 'editor' },
		GET: ['editor', 'admin'],
		actions: { default: ['editor', 'admin'] }
	},
	'/konto/organisation/[id]/rechnungen/[rechnung]/[file]': { GET: ['editor', 'admin'] },
	'/konto/organisation/[id]/verlauf': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/verlauf', as: 'editor' },
		GET: inside
	},
	'/konto/organisation/[id]/verlauf/verlauf.csv': {
		example: { on: '/konto/organisation', like: /^\/konto\/organisation\/[0-9a-f-]{36}$/, then: '/verlauf/verlauf.csv', as: 'editor' },
		GET: inside
	},
	'/konto/organisation/anspruch/[id]': { GET: nobody, actions: { code: nobody, withdraw: nobody } },
	'/konto/organisation/beanspruchen': { GET: signedIn, actions: { default: signedIn } },
	'/konto/organisation/neu': { GET: signedIn, actions: { default: signedIn } },
	'/konto/orte': { GET: signedIn },
	'/konto/orte/[id]': { GET: placeRead, example: ownPlace(), actions: { step: place } },
	'/konto/orte/[id]/austausch': {
		GET: placeRead,
		example: ownPlace('/austausch'),
		actions: { join: place, leave: place, propose: place, step: place }
	},
	'/konto/orte/[id]/bewerbung': {
		GET: place,
		example: ownPlace('/bewerbung'),
		actions: { begin: place, save: place, submit: place, withdraw: place }
	},
	'/konto/orte/[id]/bewerbung/[nummer]': {
		GET: place,
		example: ownPlace('/bewerbung/3'),
		actions: { save: place, remove: place }
	},
	'/konto/orte/[id]/bilder': {
		GET: place,
		example: ownPlace('/bilder'),
		actions: { add: place, change: place, move: place, remove: place }
	},
	'/konto/orte/[id]/profil': { GET: place, example: ownPlace('/profil'), actions: { default: place } },
	'/konto/orte/[id]/vorschau': { GET: placeRead, example: ownPlace('/vorschau'), actions: { publish: place, withdraw: place } },
	'/konto/orte/[id]/zahlen': { GET: placeRead, example: ownPlace('/zahlen'), actions: { default: place } },
	'/konto/orte/belege/[beleg]': { GET: nobody },
	'/konto/orte/neu': { GET: signedIn, actions: { default: signedIn } },
	'/konto/profil': { GET: signedIn, actions: { default: signedIn } },
	'/konto/raeume': { GET: signedIn },
	'/konto/raeume/[id]': { GET: nobody, actions: { save: nobody, confirm: nobody, takeBack: nobody, unit: nobody, removeUnit: nobody } },
	'/konto/raeume/[id]/bilder': { GET: nobody, actions: { add: nobody, change: nobody, move: nobody, remove: nobody } },
	'/konto/raeume/[id]/foerderung': { GET: nobody },
	'/konto/raeume/[id]/mix': { GET: nobody },
	'/konto/raeume/[id]/passung': { GET: nobody, actions: { default: nobody } },
	'/konto/raeume/[id]/sichtbarkeit': { GET: nobody },
	'/konto/raeume/[id]/vorschau': {
		GET: nobody,
		actions: {
			publish: nobody,
			withdraw: nobody,
			announce: nobody,
			object: nobody,
			decide: nobody,
			consent: nobody,
			withdrawConsent: nobody
		}
	},
	'/konto/raeume/[id]/weg': { GET: nobody, actions: { default: nobody } },
	'/konto/raeume/neu': { GET: signedIn },
	'/konto/raeume/neu/[schritt]': { GET: nobody, actions: { next: signedIn, finish: signedIn, drop: signedIn } },
	'/konto/schluessel': { GET: signedIn, actions: { create: signedIn, revoke: signedIn } },
	'/konto/sicherheit': {
		GET: signedIn,
		actions: { codes: signedIn, askPasskey: signedIn, addPasskey: signedIn, removePasskey: signedIn, unlink: signedIn, removeApp: signedIn }
	},
	'/konto/sicherheit/app': { GET: signedIn, actions: { default: signedIn } },
	'/konto/sicherheit/mailadresse': { GET: signedIn, actions: { default: signedIn } },
	'/konto/sicherheit/passwort': { GET: signedIn, actions: { set: signedIn, remove: signedIn } },
	'/konto/sitzungen': { GET: signedIn, actions: { end: signedIn, endAll: signedIn } },
	'/konto/verfahren': { GET: signedIn, actions: { unfollow: signedIn } },
	'/konto/wartet': { GET: signedIn },
	'/konto/wartet/[id]': {
		GET: ['otherEditor'],
		example: { on: '/konto/wartet', like: /^\/konto\/wartet\/[0-9a-f-]{36}$/, as: 'otherEditor' },
		actions: { default: ['otherEditor'] }
	}
};
