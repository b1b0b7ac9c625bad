import { dayOf } from '#lib/calendar.ts';
import { fieldMoment } from '#lib/text/berlin.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Frozen } from '#modules/procedures/frozen.ts';
import type { ConflictKind, ConflictStep, ReviewState } from '#modules/judging/judging.ts';
import { states, type State } from '#modules/procedures/procedure.ts';
import type { Role } from '#modules/procedures/roles.ts';
import { factName, factText, isThings, type Say } from '#modules/records/fact-words.ts';
import { kindText as recordText } from '#modules/records/kinds.ts';
import type { ObjectionEffect, ObjectionState, Outcome } from './award.ts';
import { nameOf, type Candidate, type Evaluation } from './evaluation.ts';

/** The file of a procedure (Vergabevermerk), built from its record: every entry of it stands here with what is confidential about it. */

export type FileEntry = {
	chain: string;
	seq: number;
	at: Date;
	kind: string;
	facts: Readonly<Record<string, unknown>>;
	hash: string;
	secrets: readonly { name: string; value: unknown }[];
};
export type FileFacts = {
	about: { title: string; number: number; town: string; state: State };
	calls: readonly { version: number; hash: string; reason: string | null; at: Date }[];
	frozen: Frozen;
	entries: readonly FileEntry[];
	members: readonly { id: string; name: string; role: Role; hasVote: boolean; affiliation: string; leftAt?: Date | null }[];
	candidates: readonly Candidate[];
	/** Of two stages: who showed what in the first, with what came of it. */
	first: readonly (Candidate & { isChosen: boolean })[];
	checks: readonly { conceptId: string; conditionId: string; isMet: string; note: string; by: string | null; at: Date }[];
	declarations: readonly { conceptId: string; memberId: string; step: ConflictStep; kind: ConflictKind; note: string; at: Date }[];
	reviews: readonly Review[];
	scores: readonly Score[];
	evaluation: Evaluation;
	lot: { word: string | null; announced: string; drawnAt: Date | null } | null;
	award: { recommendation: string; dissent: string; recommendedAt: Date | null } | null;
	places: readonly { conceptId: string; rank: number | null; points: number | null; outcome: Outcome; reason: string }[];
	decisions: readonly Decision[];
	letters: readonly { conceptId: string; decision: number; hash: string; sentAt: Date }[];
	objections: readonly Objection[];
};
type Review = {
	conceptId: string;
	memberId: string;
	state: ReviewState;
	confidence: number | null;
	note: string;
	/** Why without a vote. */
	reason: string | null;
	submittedAt: Date | null;
};
type Score = {
	conceptId: string;
	memberId: string;
	leafId: string;
	points: number;
	reason: string;
	changeReason: string | null;
	at: Date;
	supersededAt: Date | null;
};
type Decision = {
	number: number;
	body: string;
	decidedOn: string;
	reasons: string;
	deviation: string;
	votesFor: number | null;
	votesAgainst: number | null;
	abstentions: number | null;
	documentHash: string | null;
	isNone: boolean;
	places: readonly { conceptId: string; rank: number | null; outcome: Outcome }[];
	at: Date;
};
type Objection = {
	number: number;
	conceptId: string;
	state: ObjectionState;
	text: string;
	raisedAt: Date;
	answer: string;
	effect: ObjectionEffect | null;
	answeredAt: Date | null;
};

/** The same without what is confidential about options: their entries stay, with their hashes. */
export const withoutOptions = (entries: readonly FileEntry[]): FileEntry[] =>
	entries.map((entry) => (entry.kind.startsWith('option.') ? { ...entry, secrets: [] } : entry));

/** A hash in groups, so that a line can break. */
export const hashText = (hash: string): string => hash.replace(/[0-9a-f]{8}(?=[0-9a-f])/g, '$& ');

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What ids stand for: concepts, criteria, people. */
export type Names = ReadonlyMap<string, string>;
export const namesOf = ({ candidates, first, frozen, members }: FileFacts): Names =>
	new Map([
		...first.map((one) => [one.conceptId, `Skizze ${nameOf(one)}`] as const),
		...candidates.map((one) => [one.conceptId, nameOf(one)] as const),
		...frozen.areas.flatMap(({ leaves }) => leaves.map(({ id, title }) => [id, title] as const)),
		...frozen.eligibility.map(({ id, title }) => [id, title] as const),
		...members.map(({ id, name }) => [id, name] as const)
	]);

/** Codes as those read them who may know what they stand for. */
const sayWith =
	(names: Names): Say =>
	(code) => {
		const text = code.replace(uuid, (id) => names.get(id) ?? id);
		return /^[0-9a-f]{64}$/.test(text) ? hashText(text) : text;
	};

export function kindText({ kind, facts }: Pick<FileEntry, 'kind' | 'facts'>): string {
	const known = recordText(kind);
	if (known !== kind) return known;
	const to = typeof facts.to === 'string' ? (states as Record<string, string>)[facts.to] : undefined;
	return to ? `Neuer Stand: ${to} (${kind})` : kind;
}

export const whenText = (at: Date | null): string => (at ? `${germanDay(dayOf(at))}, ${fieldMoment(at).slice(11)} Uhr` : 'ohne Zeit');
export const nameIn = (names: Names, id: string): string => names.get(id) ?? id;

/** One entry whole: when, what, what everybody reads, what is confidential, its hash. */
export function entryText(entry: FileEntry, names: Names): string {
	const say = sayWith(names);
	const said = (name: string, value: unknown) =>
		`${factName(name)}: ${isThings(value) ? value.map((one) => `\n– ${factText(name, [one], say)}`).join('') : factText(name, value, say)}`;
	const facts = Object.entries(entry.facts).map(([name, value]) => said(name, value));
	const sealed = entry.secrets.map(({ name, value }) => `vertraulich, ${said(name, value)}`);
	return [whenText(entry.at), kindText(entry), ...facts, ...sealed, `Prüfwert ${hashText(entry.hash)}`].join('\n');
}
