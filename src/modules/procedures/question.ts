import { isDirect, type Kind, type Refused, type State } from './procedure.ts';
import { isOpenFor, stateAt } from './open.ts';

/** Questions to a call: asked by one, answered to all. */

export const mostWords = 3000;

type Asking = { state: State; deadline: Date | null; questionsUntil: Date | null; now: Date };

/** Until when questions come in: the day that the call names, the deadline where it names none. */
export const questionsEnd = ({ deadline, questionsUntil }: Pick<Asking, 'deadline' | 'questionsUntil'>): Date | null =>
	questionsUntil && deadline && questionsUntil < deadline ? questionsUntil : deadline;

/** Why nobody can ask now, or null. */
export function whyNotAsk(asked: Asking): Refused | null {
	if (!isOpenFor(asked, asked.now))
		return { code: 'not-open', message: 'Das Verfahren ist nicht mehr offen. Fragen nehmen wir hier nicht mehr an.' };
	const end = questionsEnd(asked);
	if (end && asked.now >= end)
		return {
			code: 'too-late',
			message:
				'Die Zeit für Fragen ist vorbei, damit die Antworten noch allen nützen. Was beantwortet ist, steht bei den Fragen und Antworten.'
		};
	return null;
}

/** Until when the office answers. Where a group is named, what came on the last day is answered before anybody decides. */
export const mayAnswer = ({ kind, ...row }: { kind: Kind; state: State; deadline: Date | null }, now: Date): boolean =>
	isOpenFor(row, now) || (isDirect(kind) && stateAt(row, now) === 'closed');

export const questionStates = {
	new: 'neu',
	drafted: 'Antwort entworfen',
	published: 'beantwortet',
	aside: 'nicht veröffentlicht'
} as const;
export type QuestionState = keyof typeof questionStates;
type Question = { wording: string; answer: string; publishedAt: Date | null; asideAt: Date | null };

export function questionState({ wording, answer, publishedAt, asideAt }: Question): QuestionState {
	if (publishedAt) return 'published';
	if (asideAt) return 'aside';
	return wording.trim() && answer.trim() ? 'drafted' : 'new';
}

const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+/u;
const phone = /(?:\+|\b0)\d[\d\s/().-]{5,}\d/;
const date = /\b\d{1,2}\.\s?\d{1,2}\.(\s?\d{4})?/g;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What in a text points to whoever asked, as sentences. `name`, `email`: theirs. */
export function revealing(text: string, { name, email }: { name: string; email: string }): string[] {
	const parts = [...name.split(/[\s,.-]+/), ...(email.split('@')[0]?.split(/[._-]+/) ?? [])].filter((part) => part.length > 2);
	const named = [...new Set(parts)].find((part) => new RegExp(`(?<![\\p{L}\\d])${escaped(part)}(?![\\p{L}\\d])`, 'iu').test(text));
	return [
		...(mail.test(text) ? ['Im Text steht eine Mailadresse.'] : []),
		...(phone.test(text.replace(date, ' ')) ? ['Im Text steht etwas, das wie eine Telefonnummer aussieht.'] : []),
		...(named ? ['Im Text steht ein Wort, das auf die fragende Person hinweist.'] : []),
		...(/https?:\/\/|www\./i.test(text) ? ['Im Text steht eine Webadresse.'] : [])
	];
}
