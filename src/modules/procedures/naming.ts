import { isDirect, states, type Kind, type State } from './procedure.ts';
import type { Role } from './roles.ts';
import { isPublic } from './way.ts';

/** Who may still come and go once a call is published, and until when that is fair to whoever applies. */

type Why = { code: string; message: string; field?: string };
const alive: readonly State[] = [
	'open',
	'closed',
	'precheck',
	'scoring',
	'deliberation',
	'recommended',
	'decided',
	'option',
	'contract',
	'works'
];
const upTo = (last: State): readonly State[] => alive.slice(0, alive.indexOf(last) + 1);

/** As long as somebody can begin in it. After that their word would come too late, or be one too many. */
const windows: Record<Exclude<Role, 'deputy'>, readonly State[]> = {
	manager: alive,
	pre_checker: upTo('precheck'),
	/** Until all see all points: whoever comes later would know what the others found. */
	juror: upTo('scoring'),
	adviser: upTo('deliberation'),
	clerk: upTo('recommended'),
	opener: upTo('deliberation')
};
const closed: Record<keyof typeof windows, string> = {
	manager: 'Das Verfahren ist zu Ende.',
	pre_checker: 'Die Vorprüfung ist vorbei.',
	juror: 'Die Punkte sind aufgedeckt. Wer jetzt noch käme, wüsste vorher, was die anderen fanden.',
	adviser: 'Die Jury hat ihre Empfehlung ausgesprochen.',
	clerk: 'Es ist entschieden.',
	opener: 'Es gibt nichts mehr zu öffnen.'
};

/** `role`: for a deputy that of whom they stand for. */
export type Place = { role: Exclude<Role, 'deputy'>; isDeputy: boolean; isSuccessor: boolean };
type Seat = { role: Role; deputyFor: string | null; succeeds: string | null };

/** As what somebody in this seat takes part, a deputy as whom they stand for; null where that is nobody. */
export function placeOf({ role, deputyFor, succeeds }: Seat, all: readonly { id: string; role: Role }[]): Place | null {
	const stands = role === 'deputy' ? all.find(({ id }) => id === deputyFor)?.role : role;
	return stands && stands !== 'deputy' ? { role: stands, isDeputy: role === 'deputy', isSuccessor: succeeds !== null } : null;
}

type Left = Seat & { id: string; leftAt: Date | null };

/** A place that stands empty since somebody left: a chair of the jury, or the lead where nobody has it. */
export const isVacant = ({ role, leftAt }: Pick<Left, 'role' | 'leftAt'>, all: readonly Pick<Left, 'role' | 'leftAt'>[]): boolean =>
	leftAt !== null && (role === 'juror' || (role === 'manager' && !all.some((one) => one.role === 'manager' && !one.leftAt)));

type Stand = { state: State; round: number };

/** Why nobody can be named for this place any more, or null. */
export function whyNotName({ role, isDeputy, isSuccessor }: Place, { state, round }: Stand): Why | null {
	if (!isPublic(state) || state === 'cancelled' || state === 'done')
		return {
			code: 'not-now',
			message: `Das Verfahren ist im Stand „${states[state]}“. Berufen wird von der Veröffentlichung an, bis es zu Ende ist.`
		};
	if (!windows[role].includes(state)) return { code: 'too-late', message: closed[role], field: 'role' };
	if (role === 'manager' && !isDeputy && !isSuccessor)
		return { code: 'one-lead', message: 'Eine Person leitet das Verfahren. Bitte sagen, an wessen Stelle diese tritt.', field: 'succeeds' };
	const isOpened = round > 1 || !['open', 'closed'].includes(state);
	if (role === 'juror' && isOpened && !isDeputy && !isSuccessor)
		return {
			code: 'new-chair',
			message:
				'Seit der Öffnung ist bekannt, wer sich beworben hat. Neue Stimmen kommen nicht mehr dazu, sonst ließe sich eine Mehrheit aussuchen. Möglich sind eine Vertretung und jemand an der Stelle einer Person, die ausscheidet.',
			field: 'role'
		};
	return null;
}

/** What somebody already does or did in a procedure, or null where that goes together with the place. `isOpened`: the concepts are known. */
export function whyNotBoth(roles: readonly Role[], { role, isOpened }: { role: Role; isOpened: boolean }): Why | null {
	const judged = role === 'juror' && roles.includes('juror');
	if (judged)
		return {
			code: 'juror-already',
			message: 'Diese Person sitzt schon in der Jury, oder saß darin und ist ausgeschieden.',
			field: 'email'
		};
	if (role === 'juror' && isOpened && roles.some((one) => one === 'manager' || one === 'pre_checker'))
		return {
			code: 'has-checked',
			message: 'Wer leitet oder vorprüft, hat gesehen, was der Jury noch verborgen ist, und wertet deshalb nicht mehr.',
			field: 'email'
		};
	return null;
}

/** Why somebody cannot leave without another in their place, or null. */
export function whyNotLeave({ role }: Pick<Place, 'role'>, { state }: Pick<Stand, 'state'>): Why | null {
	if (!alive.includes(state))
		return { code: 'not-now', message: `Das Verfahren ist im Stand „${states[state]}“. Daran ändert sich nichts mehr.` };
	return role === 'manager'
		? { code: 'last-lead', message: 'Ohne Leitung geht ein Verfahren nicht weiter. Bitte jemanden an ihre Stelle berufen.' }
		: null;
}

/** What the municipality may do on the page of a published procedure. */
export const lateActs = ({ isTown, kind, state }: { isTown: boolean; kind: Kind; state: State }) => ({
	canName: isTown && alive.includes(state),
	/** Where nothing is handed in there is nothing to open. */
	canOpen: isTown && !isDirect(kind) && windows.opener.includes(state)
});
export type LateActs = ReturnType<typeof lateActs>;
