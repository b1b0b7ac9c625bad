import { hasSpareKey, openersNeeded } from './light.ts';
import { isCouncil, isDirect, kindRules, type DecidingBody, type Kind } from './procedure.ts';

/** Who does what in a procedure. */

export const roles = {
	manager: 'leitet das Verfahren',
	pre_checker: 'prüft vor',
	juror: 'Jury',
	deputy: 'Vertretung',
	adviser: 'berät, ohne Stimme',
	clerk: 'Sitzungsdienst des Rates',
	opener: 'öffnet mit, sonst nichts'
} as const;
export type Role = keyof typeof roles;

/** As what somebody can be named in this kind: a jury where something is weighed, a check and keys where something is handed in. */
export const rolesOf = (kind: Kind): Partial<Record<Role, string>> =>
	Object.fromEntries(
		Object.entries(roles).filter(([role]) => {
			if (role === 'juror') return kindRules[kind].hasCriteria;
			return !isDirect(kind) || (role !== 'pre_checker' && role !== 'opener');
		})
	);

export const jurorKinds = {
	administration: 'Verwaltung',
	council: 'Fraktion',
	expert: 'Fachleute',
	locals: 'Ort oder Beirat',
	network: 'Netzwerk'
} as const;
export type JurorKind = keyof typeof jurorKinds;

export type Member = {
	id: string;
	role: Role;
	jurorKind: JurorKind | null;
	hasVote: boolean;
	/** Holds a key: two of them open together what came in. */
	isOpener: boolean;
	name: string;
	email: string | null;
	/** Where they come from: "Fraktion Grüne", "Denkmalbehörde". */
	affiliation: string;
	/** For whom a deputy steps in. */
	deputyFor: string | null;
};

/** Why this member cannot be entered beside the others, or null. */
export function whyNotMember(
	member: Pick<Member, 'role' | 'deputyFor' | 'hasVote'>,
	others: readonly Member[]
): { message: string; field: string } | null {
	if (member.role === 'manager' && others.some(({ role }) => role === 'manager'))
		return {
			field: 'role',
			message: 'Eine Person leitet das Verfahren. Bitte zuerst die bisherige entfernen, oder diese als Vertretung eintragen.'
		};
	if (member.role === 'deputy' && !others.some(({ id, role }) => id === member.deputyFor && role !== 'deputy'))
		return { field: 'deputyFor', message: 'Bitte sagen, für wen die Vertretung einspringt.' };
	return null;
}

/** Whoever owns the house decides at the end, and does not judge before; not in the place of a juror either. */
export function whyNotOwner(asked: {
	isOwner: boolean;
	member: Pick<Member, 'role' | 'hasVote' | 'deputyFor'>;
	others: readonly Member[];
}): { message: string; field: string } | null {
	const { isOwner, member, others } = asked;
	const judges = member.hasVote || member.role === 'juror' || others.some(({ id, role }) => id === member.deputyFor && role === 'juror');
	return isOwner && judges
		? { field: 'role', message: 'Wem das Haus gehört, sitzt nicht in der Jury: Wer am Ende entscheidet, wertet nicht vorher.' }
		: null;
}

export type RoleWarning = { code: string; title: string; why: string };
type Asked = { kind: Kind; body: DecidingBody; members: readonly Member[] };

const sameName = (a: Member, b: Member) =>
	a.id !== b.id && ((a.email !== null && a.email === b.email) || a.name.trim().toLowerCase() === b.name.trim().toLowerCase());

function ofVotes({ kind, members }: Asked): RoleWarning[] {
	if (!kindRules[kind].hasJury) return [];
	const jurors = members.filter(({ role }) => role === 'juror');
	const votes = jurors.filter(({ hasVote }) => hasVote).length;
	const found: RoleWarning[] = [];
	if (votes > 0 && votes % 2 === 0)
		found.push({
			code: 'even',
			title: `${votes} Stimmen sind eine gerade Zahl.`,
			why: 'Mit einer ungeraden Zahl gibt es bei Abstimmungen keinen Gleichstand.'
		});
	if (votes > 9)
		found.push({
			code: 'large',
			title: `${votes} Stimmen sind viele.`,
			why: 'Je größer die Runde, desto schwerer ein gemeinsamer Termin und ein echtes Gespräch.'
		});
	if (jurors.length > 1 && new Set(jurors.map(({ jurorKind }) => jurorKind)).size === 1)
		found.push({
			code: 'one-sided',
			title: 'Alle in der Jury kommen aus derselben Ecke.',
			why: 'Verwaltung, Fraktionen, Fachleute und Menschen aus dem Ort sehen Verschiedenes (so in Tübingen und Hamburg).'
		});
	if (jurors.some(({ id, hasVote }) => hasVote && !members.some(({ deputyFor }) => deputyFor === id)))
		found.push({
			code: 'no-deputy',
			title: 'Nicht jede Stimme hat eine Vertretung.',
			why: 'Wer befangen oder krank ist, fehlt sonst, und die Zahl der Stimmen ändert sich.'
		});
	return found;
}

function ofDuties({ kind, body, members }: Asked): RoleWarning[] {
	const found: RoleWarning[] = [];
	const manager = members.find(({ role }) => role === 'manager');
	const doubled = (role: Role) =>
		members.filter((one) => one.role === role && members.some((other) => other.hasVote && sameName(one, other)));
	if (doubled('manager').length || manager?.hasVote)
		found.push({
			code: 'manager-votes',
			title: 'Wer das Verfahren leitet, stimmt auch mit ab.',
			why: 'Wer Fragen beantwortet und Unterlagen kennt, sollte nicht werten.'
		});
	if (doubled('pre_checker').length)
		found.push({
			code: 'checker-votes',
			title: 'Wer vorprüft, stimmt auch mit ab.',
			why: 'Die Vorprüfung sieht, was der Jury noch verborgen bleibt.'
		});
	if (manager && !members.some(({ deputyFor }) => deputyFor === manager.id))
		found.push({ code: 'manager-alone', title: 'Die Leitung hat keine Vertretung.', why: 'Fristen laufen auch bei Krankheit weiter.' });
	const openers = members.filter(({ isOpener }) => isOpener).length;
	const { keys } = openersNeeded(kind);
	if (openers < keys)
		found.push({
			code: 'few-openers',
			title:
				openers === 0
					? 'Noch öffnet niemand, was eingeht.'
					: `Nur ${openers === 1 ? 'eine Person öffnet' : `${openers} Personen öffnen`}, was eingeht.`,
			why: `Vor der Veröffentlichung braucht es ${keys}: Zwei öffnen zusammen mit ihren Schlüsseln${hasSpareKey(kind, keys) ? ', und eine Person darf fehlen' : ''}.`
		});
	if (isCouncil(body) && !members.some(({ role }) => role === 'clerk'))
		found.push({
			code: 'no-clerk',
			title: 'Niemand ist für die Vorlage an den Rat eingetragen.',
			why: 'Die Sitzungen haben eigene Fristen; der Sitzungsdienst kennt sie.'
		});
	return found;
}

export const roleWarningsOf = (asked: Asked): RoleWarning[] => [...ofVotes(asked), ...ofDuties(asked)];

/** What has to be there before a draft is finished, as sentences. */
export function missingRoles({ kind, members }: Asked): string[] {
	const votes = members.filter(({ role, hasVote }) => role === 'juror' && hasVote).length;
	return [
		...(members.some(({ role }) => role === 'manager') ? [] : ['Es ist niemand eingetragen, der das Verfahren leitet.']),
		...(kindRules[kind].hasJury && votes < 2 ? ['Die Jury braucht mindestens zwei Stimmen.'] : [])
	];
}

/** As what somebody is named in a procedure. */
export type Duty = { memberId: string; role: Role; hasVote: boolean; isOpener: boolean; deputyFor: string | null };

/** Whether one of the duties is one of these roles. */
export const isAnyOf = (duties: readonly Duty[], ...roles: readonly Role[]): boolean => duties.some(({ role }) => roles.includes(role));
