import { foldedWords, foldGerman } from '#lib/text/fold.ts';
import { contactTopics, type ContactTopic } from '#modules/organisations/contact.ts';
import { payers, type Payer } from './offer.ts';
import { applicants, purposes, type Applicant, type Purpose } from './programme.ts';
import { covers, type Region } from './region.ts';

/** What somebody looks for in the two directories, as an address. What is not understood is not asked. */

const oneOf = <K extends string>(words: Record<K, string>, text: string | null): K | null =>
	text !== null && Object.hasOwn(words, text) ? (text as K) : null;
const textOf = (query: URLSearchParams) => (query.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100).toWellFormed();
const shaped = (text: string | null, shape: RegExp) => (text !== null && shape.test(text) ? text : null);
const pageOf = (query: URLSearchParams) => Math.min(1000, Math.max(1, Number.parseInt(query.get('seite') ?? '1', 10) || 1));

function address(path: string, words: Record<string, string | null>, page: number): string {
	const query = new URLSearchParams(Object.entries(words).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])));
	if (page > 1) query.set('seite', String(page));
	return `${path}${query.size ? `?${query}` : ''}`;
}

export const monuments = { ja: 'unter Denkmalschutz', nein: 'kein Denkmal' } as const;
export type Monument = keyof typeof monuments;

export type ProgrammeFilter = {
	text: string;
	state: string | null;
	purpose: Purpose | null;
	applicant: Applicant | null;
	monument: Monument | null;
	/** Address word of a public house whose facts count. */
	space: string | null;
	page: number;
};

export const readProgrammeFilter = (query: URLSearchParams): ProgrammeFilter => ({
	text: textOf(query),
	state: shaped(query.get('land'), /^\d{2}$/),
	purpose: oneOf(purposes, query.get('zweck')),
	applicant: oneOf(applicants, query.get('wer')),
	monument: oneOf(monuments, query.get('denkmal')),
	space: shaped(query.get('raum'), /^[a-z0-9-]{1,120}$/),
	page: pageOf(query)
});

export const programmeAddress = (f: ProgrammeFilter, page = 1): string =>
	address('/foerderung', { q: f.text, land: f.state, zweck: f.purpose, wer: f.applicant, denkmal: f.monument, raum: f.space }, page);

/** Whether anything is asked besides words and purpose: then every programme says why it fits. */
export const asksFacts = (f: ProgrammeFilter): boolean => [f.state, f.applicant, f.monument, f.space].some(Boolean);
export const isFiltered = (f: ProgrammeFilter): boolean => asksFacts(f) || f.text !== '' || f.purpose !== null;

const speaksOf = (asked: string, texts: readonly string[]): boolean => {
	const said = foldGerman(texts.join(' '));
	return foldedWords(asked).every((word) => said.includes(word));
};

/** The words and the purpose; everything else is weighed, not filtered. */
export const isAsked = (
	{ title, giver, summary, purposes: what }: { title: string; giver: string; summary: string; purposes: readonly Purpose[] },
	{ text, purpose }: ProgrammeFilter
): boolean => (purpose === null || what.includes(purpose)) && speaksOf(text, [title, giver, summary]);

export type AdviceFilter = { text: string; state: string | null; topic: ContactTopic | null; payer: Payer | null; page: number };

export const readAdviceFilter = (query: URLSearchParams): AdviceFilter => ({
	text: textOf(query),
	state: shaped(query.get('land'), /^\d{2}$/),
	topic: oneOf(contactTopics, query.get('thema')),
	payer: oneOf(payers, query.get('zahlt')),
	page: pageOf(query)
});

export const adviceAddress = (f: AdviceFilter, page = 1): string =>
	address('/beratung', { q: f.text, land: f.state, thema: f.topic, zahlt: f.payer }, page);

export const isNarrowed = (f: AdviceFilter): boolean => f.text !== '' || [f.state, f.topic, f.payer].some(Boolean);

/** Whether an offer or a person answers what is asked; without topics they take everything, as contact points do. */
export const helps = (
	one: Region & { topics: readonly ContactTopic[]; payer?: Payer; texts: readonly string[] },
	{ text, state, topic, payer }: AdviceFilter
): boolean =>
	(topic === null || !one.topics.length || one.topics.includes(topic)) &&
	(state === null || covers(one, { stateCode: state, districtCode: null }) !== false) &&
	(payer === null || one.payer === undefined || one.payer === payer) &&
	speaksOf(text, one.texts);
