import type { State } from './procedure.ts';
import type { Role } from './roles.ts';
import { isPublic } from './way.ts';

/** The pages of one procedure at the desk: a new page is a line here. */

/** Who looks at it: whether they prepare it, and as what they are named in it. */
export type Viewer = {
	isDesk: boolean;
	state: State;
	roles: readonly Role[];
	/** As what those are named for whom whoever looks stands in. */
	standsFor?: readonly Role[];
	isOpener: boolean;
};
type Page = { end: string; text: string; shows: (viewer: Viewer) => boolean };

const atDesk = ({ isDesk }: Viewer) => isDesk;
const isPublished = ({ isDesk, state }: Viewer) => isDesk && isPublic(state);
const inPreparation = ({ isDesk, state }: Viewer) => isDesk && !isPublic(state);

/** Those who are named as this, or stand in for somebody who is. */
const named =
	(...wanted: readonly Role[]) =>
	({ roles, standsFor = [] }: Viewer) =>
		[...roles, ...standsFor].some((role) => wanted.includes(role));
const opened: readonly State[] = ['precheck', 'scoring', 'deliberation', 'recommended', 'decided'];
const fromScoring = opened.slice(1);
const fromSession = opened.slice(2);
const takesPart = named('manager', 'pre_checker', 'juror', 'adviser', 'clerk');

/** In the order of the work. */
const pages: readonly Page[] = [
	{ end: '', text: 'Überblick', shows: atDesk },
	{ end: '/kriterien', text: 'Kriterien', shows: atDesk },
	{ end: '/zeitplan', text: 'Zeitplan', shows: atDesk },
	{ end: '/beteiligte', text: 'Beteiligte', shows: atDesk },
	{ end: '/probe', text: 'Probe', shows: inPreparation },
	{ end: '/aufruf', text: 'Aufruf', shows: () => true },
	{ end: '/veroeffentlichen', text: 'Veröffentlichung', shows: atDesk },
	{ end: '/termine', text: 'Besichtigungen', shows: ({ isDesk, state }) => isDesk && (state === 'ready' || isPublic(state)) },
	{ end: '/fragen', text: 'Fragen', shows: isPublished },
	{ end: '/aenderung', text: 'Änderung', shows: ({ isDesk, state }) => isDesk && state === 'open' },
	{ end: '/oeffnung', text: 'Öffnung', shows: ({ isDesk, isOpener }) => isDesk || isOpener },
	{ end: '/befangenheit', text: 'Befangenheit', shows: (viewer) => opened.includes(viewer.state) && takesPart(viewer) },
	{ end: '/vorpruefung', text: 'Vorprüfung', shows: (viewer) => opened.includes(viewer.state) && named('manager', 'pre_checker')(viewer) },
	{ end: '/bewertung', text: 'Bewertung', shows: (viewer) => fromScoring.includes(viewer.state) && named('manager', 'juror')(viewer) },
	{
		end: '/jurysitzung',
		text: 'Jurysitzung',
		shows: (viewer) => fromSession.includes(viewer.state) && named('manager', 'pre_checker', 'juror', 'adviser')(viewer)
	}
];

/** The tabs that this viewer gets, `end` to be put behind the address of the procedure. */
export const pagesFor = (viewer: Viewer): { end: string; text: string }[] =>
	pages.filter(({ shows }) => shows(viewer)).map(({ end, text }) => ({ end, text }));
