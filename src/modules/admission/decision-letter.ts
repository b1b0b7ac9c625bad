import type { Letter as Paper } from '#lib/server/pdf/blocks.ts';
import { germanDay } from '#lib/text/german.ts';
import { letterFor, type LetterFacts } from './letters.ts';
import type { ApplicationState } from './vocabulary.ts';

/** The states in which a decision has been made that can be sent as a letter. */
const decided: readonly ApplicationState[] = ['fee_pending', 'active', 'declined'];
export const hasDecisionLetter = (state: ApplicationState): boolean => decided.includes(state);

export type DecisionFacts = LetterFacts & {
	state: ApplicationState;
	/** ISO days. */
	decidedOn: string;
	submittedOn: string | null;
	contact: string | null;
	/** Lines of the address, without the contact. */
	address: string[];
	sender: { name: string; tagline: string; accent: string; who: string; email: string | null; imprint: string };
};

/** The decision on an application as a letter for the post and the file, in the same words as the mail; null where there is none to send. */
export function decisionLetter(facts: DecisionFacts): Paper | null {
	const letter = hasDecisionLetter(facts.state) ? letterFor(facts.state, facts) : null;
	if (!letter) return null;
	const { sender, contact, submittedOn, decidedOn, address } = facts;
	const text = (value: string) => ({ kind: 'text', text: value }) as const;
	const imprint = sender.imprint.split('\n')[0]?.trim() || sender.who;
	return {
		title: letter.title,
		date: decidedOn,
		sender: { name: sender.name, tagline: sender.tagline || undefined },
		accent: sender.accent,
		returnLine: imprint,
		recipient: [address[0] ?? facts.organisation, ...(contact ? [contact] : []), ...address.slice(1)],
		info: [
			['Datum', germanDay(decidedOn)],
			...(submittedOn ? [['Ihr Antrag', germanDay(submittedOn)] satisfies [string, string]] : []),
			['Auskunft', sender.who]
		],
		subject: letter.title,
		blocks: [
			text(contact ? `Guten Tag ${contact},` : 'Guten Tag,'),
			...letter.paragraphs.map(text),
			text('Mit freundlichen Grüßen'),
			{ kind: 'signature', name: sender.who, role: sender.name }
		],
		footer: [[imprint], sender.email ? [sender.email] : []]
	};
}
