import { everyone, signedIn } from './access.ts';
import { nobody, editors, type RouteAccess } from './route-access.ts';
import { accountRoutes } from './routes-account.ts';
import { networkRoutes } from './routes-networks.ts';
import { officeRoutes } from './routes-office.ts';
import { procedureRoutes } from './routes-procedures.ts';

/** A published procedure of the demo. */
const call = (like: RegExp, then: string): RouteAccess['example'] => ({ on: '/verfahren?kommune=angermuende', like, then });

const otherRoutes: Record<string, RouteAccess> = {
	'/': { GET: everyone },
	'/.well-known/change-password': { GET: everyone },
	'/.well-known/security.txt': { GET: everyone },
	'/abbestellen': { GET: nobody, actions: { default: nobody } },
	'/abmelden': { GET: everyone, actions: { default: everyone } },
	'/anhandgabe': { GET: nobody, actions: { report: nobody } },
	'/anhandgabe/foto/[meldung]': { GET: nobody },
	'/anmelden': { GET: everyone, actions: { default: everyone } },
	'/anmelden/dienst/[slug]': { GET: everyone },
	'/anmelden/dienst/[slug]/abmeldung': { POST: everyone },
	'/anmelden/dienst/[slug]/los': { GET: everyone },
	'/anmelden/dienst/[slug]/zurueck': { GET: everyone },
	'/anmelden/link': { GET: everyone, actions: { default: everyone } },
	'/anmelden/passkey': { GET: everyone, actions: { ask: everyone, enter: everyone } },
	'/anmelden/passwort': { GET: everyone, actions: { default: everyone } },
	'/anmelden/zweiter-faktor': {
		GET: signedIn,
		actions: { code: signedIn, recovery: signedIn, askPasskey: signedIn, passkey: signedIn, app: signedIn }
	},
	'/ansprechperson': { GET: everyone, actions: { default: everyone } },
	'/anspruch': { GET: nobody, actions: { default: nobody } },
	'/antwort': { GET: nobody, actions: { default: nobody } },
	'/api': { GET: everyone },
	'/api/v1/imports': { POST: editors },
	'/api/v1/imports/[id]': { GET: editors },
	'/api/v1/municipalities': { GET: everyone },
	'/api/v1/municipalities/[ags]': { GET: everyone },
	'/api/v1/networks': { GET: everyone },
	'/api/v1/openapi.json': { GET: everyone },
	'/api/v1/places': { GET: everyone },
	'/api/v1/places/[id]': { GET: everyone },
	'/api/v1/places/suggest': { GET: everyone },
	'/api/v1/procedures': { GET: everyone },
	'/api/v1/procedures/[id]': { GET: nobody },
	'/api/v1/procedures/[id]/record': { GET: nobody },
	'/api/v1/record-heads': { GET: everyone },
	'/api/v1/record-keys': { GET: everyone },
	'/api/v1/requests': { GET: everyone, POST: signedIn },
	'/api/v1/requests/[id]': { GET: everyone },
	'/api/v1/requests/[id]/matches': { GET: nobody },
	'/api/v1/spaces': { GET: everyone, POST: signedIn },
	'/api/v1/spaces/[id]': { GET: everyone, PATCH: signedIn },
	'/api/v1/spaces/[id]/matches': { GET: nobody },
	'/api/v1/spaces/[id]/publication': { POST: signedIn },
	'/barrierefreiheit': { GET: everyone },
	'/begruendung': { GET: nobody, actions: { default: nobody } },
	'/begruendung/begruendung.pdf': { GET: nobody },
	'/beratung': { GET: everyone },
	'/beratung/[slug]': {
		GET: everyone,
		example: { on: '/beratung', like: /^\/beratung\/[a-z0-9-]+$/ },
		actions: { default: signedIn }
	},
	'/datenschutz': { GET: everyone },
	'/datenschutz/aufbewahrung': { GET: everyone },
	'/demo': { GET: everyone, actions: { default: nobody } },
	'/dev/mail': { GET: everyone, actions: { note: everyone, brief: everyone } },
	'/dev/mail/[id]': { GET: nobody },
	'/einladung': { GET: nobody, actions: { default: nobody } },
	'/einrichtung': { GET: nobody, actions: { default: nobody } },
	'/export/[file]': { GET: everyone },
	'/foerderung': { GET: everyone },
	'/foerderung/[slug]': { GET: everyone, example: { on: '/foerderung', like: /^\/foerderung\/[a-z0-9-]+$/ } },
	'/geschichten': { GET: everyone },
	'/geschichten/[slug]': { GET: everyone, example: { on: '/geschichten', like: /^\/geschichten\/[a-z0-9-]+$/ } },
	'/geschichten/bilder/[name]': { GET: nobody },
	'/gespraech': { GET: nobody, actions: { answer: nobody, mute: nobody, unmute: nobody } },
	'/gesuche': { GET: everyone },
	'/gesuche/[slug]': {
		example: { on: '/gesuche', like: /^\/gesuche\/(?!verlaengern)[^/?]+$/, as: 'guest' },
		GET: everyone,
		actions: { watch: signedIn }
	},
	'/gesuche/verlaengern': { GET: nobody, actions: { default: nobody } },
	'/gruppen': { GET: everyone },
	'/gruppen/[slug]': {
		example: { on: '/gruppen', like: /^\/gruppen\/(?!einladung)[a-z0-9-]+$/ },
		GET: everyone,
		actions: { knock: signedIn, withdraw: nobody }
	},
	'/gruppen/einladung': { GET: nobody, actions: { default: nobody } },
	'/haus': { GET: everyone, actions: { default: everyone } },
	'/haus/hinweis.pdf': { GET: nobody },
	'/healthz': { GET: everyone },
	'/hinweis': { GET: everyone, actions: { default: everyone } },
	'/hinweis/stand': { GET: nobody },
	'/impressum': { GET: everyone },
	'/karte': { GET: everyone },
	'/karte/kacheln/[z]/[x]/[y].pbf': { GET: everyone },
	'/kommunen': { GET: everyone },
	'/kommunen/[slug]': { GET: everyone, example: { on: '/kommunen?q=angermuende', like: /^\/kommunen\/[^/?]+$/ } },
	'/leichte-sprache': { GET: everyone },
	'/mailadresse/bestaetigen': { GET: nobody, actions: { default: nobody } },
	'/mailadresse/zuruecknehmen': { GET: nobody, actions: { default: nobody } },
	'/medien/[name]': { GET: nobody },
	'/medien/logo/[name]': { GET: nobody },
	'/medien/profil/[name]': {
		GET: everyone,
		example: { on: '/kommunen/angermuende', like: /^\/medien\/profil\/[0-9a-f-]{36}\.webp$/ }
	},
	'/melden': { GET: everyone, actions: { default: everyone } },
	'/melden/angaben': { GET: everyone, actions: { default: everyone } },
	'/meldung/[token]': { GET: nobody, actions: { add: nobody, withdraw: nobody, forget: nobody } },
	'/meldung/[token]/bild': { GET: nobody },
	'/metrics': { GET: everyone },
	'/nachricht/antworten': { GET: nobody, actions: { default: nobody } },
	'/nachricht/bestaetigen': { GET: nobody, actions: { default: nobody } },
	'/nachricht/lesen': { GET: nobody, actions: { more: nobody, remove: nobody } },
	'/netzwerke': { GET: everyone },
	'/netzwerke/[slug]': {
		example: { on: '/netzwerke', like: /^\/netzwerke\/(?!bestaetigen|abmelden)[^/?]+$/ },
		GET: everyone,
		actions: { vormerken: everyone }
	},
	'/netzwerke/[slug]/aufnahme': {
		example: { on: '/netzwerke', like: /^\/netzwerke\/helle-orte$/, then: '/aufnahme' },
		GET: everyone,
		actions: { default: everyone }
	},
	'/netzwerke/[slug]/mitwirken': {
		example: { on: '/netzwerke', like: /^\/netzwerke\/gemeinsame-mitte$/, then: '/mitwirken' },
		GET: signedIn,
		actions: { default: signedIn }
	},
	'/netzwerke/abmelden': { GET: nobody, actions: { default: nobody } },
	'/netzwerke/bestaetigen': { GET: nobody, actions: { default: nobody } },
	'/netzwerke/termin': { GET: nobody, actions: { default: nobody } },
	'/organisationen': { GET: everyone },
	'/organisationen/[slug]': { GET: everyone, example: { on: '/organisationen', like: /^\/organisationen\/[^/?]+$/ } },
	'/orte': { GET: everyone },
	'/orte/[slug]': { GET: everyone, example: { on: '/orte', like: /^\/orte\/(?!bilder|kriterien|wirkung)[^/?]+$/ } },
	'/orte/bilder/[name]': { GET: nobody },
	'/orte/kriterien/[netzwerk]': {
		GET: everyone,
		example: { on: '/orte/wirkung/helle-orte', like: /^\/orte\/kriterien\/helle-orte$/ },
		actions: { check: everyone, keep: signedIn }
	},
	'/orte/wirkung/[netzwerk]': {
		GET: everyone,
		example: { on: '/orte/alte-molkerei-angermuende', like: /^\/orte\/wirkung\/helle-orte$/ }
	},
	'/passung': { GET: everyone },
	'/pruefen': { GET: everyone },
	'/raeume': { GET: everyone },
	'/raeume/[slug]': { example: { on: '/raeume', like: /^\/raeume\/(?!kacheln)[^/?]+$/ }, GET: everyone },
	'/raeume/[slug]/interesse': {
		example: { on: '/raeume', like: /^\/raeume\/(?!kacheln|karte)[^/?]+$/, then: '/interesse' },
		GET: signedIn,
		actions: { step: signedIn, watch: signedIn }
	},
	'/raeume/kacheln/[z]/[x]/[y].pbf': { GET: everyone },
	'/raeume/karte': { GET: everyone },
	'/readyz': { GET: everyone },
	'/rechnung': { GET: nobody },
	'/rechnung/[file]': { GET: nobody },
	'/regeln': { GET: everyone },
	'/robots.txt': { GET: everyone },
	'/sitemap.xml': { GET: everyone },
	'/sitemap/[part]': { GET: everyone },
	'/stimmt-noch': { GET: nobody, actions: { answer: nobody, stop: nobody } },
	'/termine': { GET: everyone },
	'/termine/[id]': {
		example: { on: '/termine', like: /^\/termine\/[0-9a-f-]{36}$/ },
		GET: everyone,
		actions: { default: signedIn }
	},
	'/termine/[id]/blatt.pdf': { GET: nobody },
	'/termine/[id]/termin.ics': { GET: everyone, example: { on: '/termine', like: /^\/termine\/[0-9a-f-]{36}$/, then: '/termin.ics' } },
	'/termine/[id]/unterwegs': { GET: nobody, actions: { feedback: nobody, interest: nobody } },
	'/verfahren': { GET: everyone },
	'/verfahren/[slug]': {
		GET: everyone,
		example: { on: '/verfahren', like: /^\/verfahren\/[a-z0-9-]+$/ },
		actions: { ask: signedIn, follow: signedIn, signUp: signedIn, unfollow: signedIn }
	},
	'/verfahren/[slug]/akte': { GET: everyone, example: call(/^\/verfahren\/wer-zieht-in-biesenbrow-ein-\d+$/, '/akte') },
	'/verfahren/[slug]/anlagen/[anlage]': { GET: nobody },
	'/verfahren/[slug]/aufruf.pdf': { GET: everyone, example: { on: '/verfahren', like: /^\/verfahren\/[a-z0-9-]+$/, then: '/aufruf.pdf' } },
	'/verfahren/[slug]/ergebnis': { GET: everyone, example: call(/^\/verfahren\/wer-zieht-in-biesenbrow-ein-\d+$/, '/ergebnis') },
	'/verfahren/[slug]/mitmachen': {
		GET: signedIn,
		example: call(/^\/verfahren\/am-teich-in-kerkow-[a-z0-9-]+$/, '/mitmachen'),
		actions: { default: signedIn }
	},
	'/verfahren/[slug]/termine/[termin]/termin.ics': { GET: nobody },
	'/verfahren/tageskoepfe': { GET: everyone },
	'/widerspruch': { GET: everyone, actions: { default: everyone } }
};

/** Every route, in the parts that its lines stand in. */
export const routeParts = [otherRoutes, officeRoutes, procedureRoutes, networkRoutes, accountRoutes] as const;
export const routes: Record<string, RouteAccess> = Object.assign({}, ...routeParts);
