import { type Role } from './access.ts';
import { staff, nobody, office, type RouteAccess } from './route-access.ts';

/** The demo's Helle Orte: Oskar is its office, Ines its editor, Friedrich one of its founders. */
const network = (then = ''): RouteAccess['example'] => ({
	on: '/buero/netzwerk',
	like: /^\/buero\/netzwerk\/helle-orte$/,
	then,
	as: 'office'
});
/** One of its invoices, as its office finds it. */
const invoice = (then = ''): RouteAccess['example'] => ({
	on: '/buero/netzwerk/helle-orte/rechnungen',
	like: /\/rechnungen\/[0-9a-f-]{36}$/,
	then,
	as: 'office'
});
const founders: readonly Role[] = ['otherEditor', 'office', 'admin'];
/** An application to it. */
const dossier = (then = ''): RouteAccess['example'] => ({
	on: '/buero/netzwerk/helle-orte/aufnahme',
	like: /^\/buero\/netzwerk\/helle-orte\/aufnahme\/[0-9a-f-]{36}$/,
	then,
	as: 'office'
});

/** The office's pages of networks (`/buero/netzwerk`). */
export const networkRoutes: Record<string, RouteAccess> = {
	'/buero/netzwerk': { GET: staff, actions: { default: office } },
	'/buero/netzwerk/[slug]': { GET: staff, example: network() },
	'/buero/netzwerk/[slug]/angaben': {
		GET: staff,
		example: network('/angaben'),
		actions: { save: office, logo: office, removeLogo: office }
	},
	'/buero/netzwerk/[slug]/aufnahme': { GET: founders, example: network('/aufnahme') },
	'/buero/netzwerk/[slug]/aufnahme/[id]': { GET: founders, example: dossier(), actions: { step: office, pay: office } },
	'/buero/netzwerk/[slug]/aufnahme/[id]/akte': { GET: founders, example: dossier('/akte') },
	'/buero/netzwerk/[slug]/aufnahme/[id]/brief.pdf': { GET: office },
	'/buero/netzwerk/[slug]/aufnahme/[id]/stimmen': {
		GET: founders,
		example: dossier('/stimmen'),
		actions: { vote: founders, decide: office }
	},
	'/buero/netzwerk/[slug]/aufnahme/[id]/termine': {
		GET: founders,
		example: dossier('/termine'),
		actions: { propose: office, record: office }
	},
	'/buero/netzwerk/[slug]/aufnahme/aufnahme.csv': { GET: founders, example: network('/aufnahme/aufnahme.csv') },
	'/buero/netzwerk/[slug]/aufnahme/aufnahme.xlsx': { GET: founders, example: network('/aufnahme/aufnahme.xlsx') },
	'/buero/netzwerk/[slug]/jury': { GET: office, example: network('/jury'), actions: { save: office } },
	'/buero/netzwerk/[slug]/jury/[id]': {
		GET: office,
		example: { on: '/buero/netzwerk/helle-orte/jury', like: /\/jury\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { save: office, step: office }
	},
	'/buero/netzwerk/[slug]/jury/bewerbung/[id]': {
		GET: office,
		example: { on: '/buero/netzwerk/helle-orte/jury', like: /\/jury\/bewerbung\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { step: office, note: office }
	},
	'/buero/netzwerk/[slug]/kriterien': { GET: staff, example: network('/kriterien'), actions: { save: office, publish: office } },
	'/buero/netzwerk/[slug]/kriterien/[nummer]': { GET: office, example: network('/kriterien/4'), actions: { default: office } },
	'/buero/netzwerk/[slug]/lerngruppen': { GET: office, example: network('/lerngruppen'), actions: { default: office } },
	'/buero/netzwerk/[slug]/menschen': { GET: office, example: network('/menschen'), actions: { save: office, end: office } },
	'/buero/netzwerk/[slug]/mitglieder': { GET: founders, example: network('/mitglieder'), actions: { default: office } },
	'/buero/netzwerk/[slug]/mitglieder/[id]': {
		GET: founders,
		example: { on: '/buero/netzwerk/helle-orte/mitglieder', like: /\/mitglieder\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { step: office, values: office, save: office }
	},
	'/buero/netzwerk/[slug]/mitglieder/mitglieder.csv': { GET: founders, example: network('/mitglieder/mitglieder.csv') },
	'/buero/netzwerk/[slug]/orte': { GET: staff, example: network('/orte'), actions: { programme: office } },
	'/buero/netzwerk/[slug]/orte/[id]': {
		GET: ['editor', 'office', 'admin'],
		example: { on: '/buero/netzwerk/helle-orte/orte', like: /\/orte\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { statement: office }
	},
	'/buero/netzwerk/[slug]/rechnungen': { GET: office, example: network('/rechnungen') },
	'/buero/netzwerk/[slug]/rechnungen/[id]': {
		GET: office,
		example: invoice(),
		actions: { pay: office, refund: office, reverse: office, remind: office, cancel: office }
	},
	'/buero/netzwerk/[slug]/rechnungen/[id]/[file]': { GET: office, example: invoice('/rechnung.pdf') },
	'/buero/netzwerk/[slug]/rechnungen/absender': { GET: office, example: network('/rechnungen/absender'), actions: { default: office } },
	'/buero/netzwerk/[slug]/rechnungen/bank': {
		GET: office,
		example: network('/rechnungen/bank'),
		actions: { upload: office, sure: office, book: office, aside: office }
	},
	'/buero/netzwerk/[slug]/rechnungen/liste.[ending]': { GET: office, example: network('/rechnungen/liste.xlsx') },
	'/buero/netzwerk/[slug]/rechnungen/neu': { GET: office, example: network('/rechnungen/neu'), actions: { default: office } },
	'/buero/netzwerk/[slug]/rundfragen': { GET: office, example: network('/rundfragen') },
	'/buero/netzwerk/[slug]/rundfragen/[id]': {
		GET: office,
		example: { on: '/buero/netzwerk/helle-orte/rundfragen', like: /\/rundfragen\/[0-9a-f-]{36}$/, as: 'office' },
		actions: { default: office }
	},
	'/buero/netzwerk/[slug]/rundfragen/[id]/aendern': { GET: nobody, actions: { default: office } },
	'/buero/netzwerk/[slug]/rundfragen/[id]/antworten.csv': {
		GET: office,
		example: { on: '/buero/netzwerk/helle-orte/rundfragen', like: /\/rundfragen\/[0-9a-f-]{36}$/, then: '/antworten.csv', as: 'office' }
	},
	'/buero/netzwerk/[slug]/rundfragen/neu': { GET: office, example: network('/rundfragen/neu'), actions: { default: office } },
	'/buero/netzwerk/[slug]/teile': { GET: staff, example: network('/teile') },
	'/buero/netzwerk/[slug]/teile/[teil]': {
		GET: ['editor', 'office', 'admin'],
		example: network('/teile/stimmen'),
		actions: {
			save: ['editor', 'office', 'admin'],
			logo: ['editor', 'office', 'admin'],
			removeLogo: ['editor', 'office', 'admin'],
			move: ['editor', 'office', 'admin'],
			remove: ['editor', 'office', 'admin']
		}
	},
	'/buero/netzwerk/[slug]/verlauf': { GET: office, example: network('/verlauf') },
	'/buero/netzwerk/[slug]/verlauf/verlauf.csv': { GET: office, example: network('/verlauf/verlauf.csv') },
	'/buero/netzwerk/[slug]/vorschau': { GET: staff, example: network('/vorschau'), actions: { publish: office, withdraw: office } },
	'/buero/netzwerk/[slug]/werte': { GET: staff, example: network('/werte'), actions: { default: office } }
};
