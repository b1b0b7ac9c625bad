import { rowsOf, type Rows } from '#lib/ui/areas.ts';
import { stateText } from './open.ts';
import { phases } from './phases.ts';
import { isDirect, kindRules, states, type Kind, type State } from './procedure.ts';
import type { Role } from './roles.ts';
import { decidedStates, isPublic, keptStates } from './way.ts';

/** The pages of one procedure at the desk: a new page is a line here. */

/** Who looks at it: whether they prepare it, whether they do it for the municipality, and as what they are named in it. */
export type Viewer = {
	isDesk: boolean;
	isTown: boolean;
	kind: Kind;
	round: number;
	state: State;
	roles: readonly Role[];
	/** As what those are named for whom whoever looks stands in. */
	standsFor?: readonly Role[];
	isOpener: boolean;
};
/** Without a phase a page stands for itself. */
type Page = {
	end: string;
	text: string;
	/** Where a kind has its own word for this state, that is what the page is called. */
	state?: State;
	phase?: 'preparation' | 'submission' | 'judging' | 'decision';
	shows: (viewer: Viewer) => boolean;
};

const atDesk = ({ isDesk }: Viewer) => isDesk;
const isPublished = ({ isTown, state }: Viewer) => isTown && isPublic(state);
const inPreparation = ({ isDesk, state }: Viewer) => isDesk && !isPublic(state);

const inState = (...states: readonly State[]) => states;
const told = decidedStates;
const opened = inState('precheck', 'scoring', 'deliberation', 'recommended', 'decided');
const talking = inState('open', 'closed', ...opened);
const fromScoring = opened.slice(1);
const fromSession = opened.slice(2);
const scored = inState('deliberation', 'recommended', ...told, 'cancelled');
const over = inState(...told, 'cancelled');

/** In one of these states, for those who are named as one of these or stand in for somebody who is. */
const named =
	(states: readonly State[], ...wanted: readonly Role[]) =>
	({ state, roles, standsFor = [] }: Viewer) =>
		states.includes(state) && [...roles, ...standsFor].some((role) => wanted.includes(role));
/** Where a box is opened and what lay in it is checked. */
const sealed = ({ kind }: Viewer) => !isDirect(kind);
const isScored = ({ kind }: Viewer) => kindRules[kind].hasCriteria;
/** A direct match is proposed once everybody could say something. */
const awaitsProposal = ({ kind, state }: Viewer) => isDirect(kind) && state === 'closed';
const proposes = named(inState('closed'), 'manager', 'deputy', 'clerk');
const seesAward = named(scored, 'manager', 'deputy', 'clerk');
const readsFile = named(scored, 'manager', 'deputy', 'clerk', 'pre_checker');
const readsFileLater = named(over, 'juror');

/** In the order of the work. */
const pages: readonly Page[] = [
	{ end: '', text: 'Überblick', shows: atDesk },
	{ end: '/kriterien', text: 'Kriterien', phase: 'preparation', shows: (viewer) => atDesk(viewer) && sealed(viewer) },
	{ end: '/zeitplan', text: 'Zeitplan', phase: 'preparation', shows: atDesk },
	{ end: '/beteiligte', text: 'Beteiligte', phase: 'preparation', shows: atDesk },
	{ end: '/klaeren', text: 'Klären', phase: 'preparation', shows: atDesk },
	{ end: '/probe', text: 'Probe', phase: 'preparation', shows: (viewer) => inPreparation(viewer) && isScored(viewer) },
	{ end: '/aufruf', text: 'Aufruf', phase: 'preparation', shows: () => true },
	{ end: '/veroeffentlichen', text: 'Veröffentlichung', phase: 'preparation', shows: atDesk },
	{
		end: '/termine',
		text: 'Besichtigungen',
		phase: 'submission',
		shows: ({ isTown, state }) => isTown && (state === 'ready' || isPublic(state))
	},
	{ end: '/fragen', text: 'Fragen', phase: 'submission', shows: isPublished },
	{ end: '/aenderung', text: 'Änderung', phase: 'submission', shows: ({ isTown, state }) => isTown && state === 'open' },
	{ end: '/oeffnung', text: 'Öffnung', phase: 'submission', shows: (viewer) => sealed(viewer) && (viewer.isDesk || viewer.isOpener) },
	{
		end: '/gespraeche',
		text: 'Gespräche',
		phase: 'judging',
		shows: (viewer) => viewer.kind === 'with_dialogue' && viewer.round === 2 && named(talking, 'manager', 'deputy')(viewer)
	},
	{
		end: '/befangenheit',
		text: 'Befangenheit',
		phase: 'judging',
		shows: named(opened, 'manager', 'pre_checker', 'juror', 'adviser', 'clerk')
	},
	{
		end: '/vorpruefung',
		text: 'Vorprüfung',
		phase: 'judging',
		shows: (viewer) => sealed(viewer) && named(keptStates, 'manager', 'pre_checker')(viewer)
	},
	{
		end: '/bewertung',
		text: 'Bewertung',
		phase: 'judging',
		shows: (viewer) => isScored(viewer) && named(fromScoring, 'manager', 'juror')(viewer)
	},
	{
		end: '/jurysitzung',
		...{ text: states.deliberation, state: 'deliberation' },
		phase: 'judging',
		shows: (viewer) => isScored(viewer) && named(fromSession, 'manager', 'pre_checker', 'juror', 'adviser')(viewer)
	},
	{
		end: '/auswertung',
		text: 'Auswertung',
		phase: 'judging',
		shows: (viewer) => isScored(viewer) && named(scored, 'manager', 'deputy', 'juror', 'clerk')(viewer)
	},
	{
		end: '/zuschlag',
		text: 'Zuschlag',
		phase: 'decision',
		shows: (viewer) => seesAward(viewer) || (awaitsProposal(viewer) && proposes(viewer))
	},
	{
		end: '/einwaende',
		text: 'Einwände',
		phase: 'decision',
		/** After an expression of interest nothing is given away that one could object to. */
		shows: (viewer) => viewer.kind !== 'expression_of_interest' && named(told, 'manager', 'deputy', 'clerk')(viewer)
	},
	{ end: '/vermerk', text: 'Vermerk', phase: 'decision', shows: (viewer) => readsFile(viewer) || readsFileLater(viewer) },
	{
		end: '/anhandgabe',
		text: 'Anhandgabe',
		shows: ({ isTown, state, kind }) => isTown && told.includes(state) && kind !== 'expression_of_interest'
	},
	{ end: '/schreiben', text: 'Schreiben', shows: atDesk }
];

/** The pages that this viewer gets, `end` to be put behind the address of the procedure. */
export const pagesFor = (viewer: Viewer): Pick<Page, 'end' | 'text' | 'phase'>[] =>
	pages
		.filter(({ shows }) => shows(viewer))
		.map(({ end, text, state, phase }) => ({ end, text: state ? stateText(viewer.kind, state) : text, phase }));

/** In which area which page stands. */
export const deskAreas = pages.map(({ text, phase }) => ({ text, area: phase ? phases[phase].text : text }));

/** So many tabs stand side by side at a glance; more come in two rows. */
const few = 5;
/** Pages that a page of the list leads to. */
const behind = /\/(aufwand|vergleich)$/;

/** The tabs above every page of a procedure: few in one row, many by phase and, below it, the pages of the phase. */
export function deskRows(viewer: Viewer, { base, path }: { base: string; path: string }): Rows {
	const own = pagesFor(viewer);
	const isFlat = own.length <= few;
	const list = own.map(({ end, text, phase }) => ({
		...{ href: base + end, text },
		area: phase && !isFlat ? phases[phase].text : text
	}));
	return rowsOf(list, { path: path.replace(behind, '/kriterien'), root: base });
}
