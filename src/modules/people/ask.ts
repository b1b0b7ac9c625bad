/** What kind of answer is wanted. Options are told apart by their `id`. */
export type Ask =
	| { kind: 'yes_no' }
	/** `text` stands on the button: "Ich habe es gelesen". */
	| { kind: 'confirm'; text: string }
	| { kind: 'choose'; options: { id: string; text: string }[]; several: boolean }
	| { kind: 'text' };
export type AskKind = Ask['kind'];

export const askKinds: Record<AskKind, string> = {
	yes_no: 'Ja oder Nein',
	choose: 'Auswahl, zum Beispiel Termine',
	confirm: 'Bestätigung',
	text: 'kurze Antwort'
};

/** `choices`: ids of options, or `yes`, `no`, `done`. `words`: what was written, a short answer or a remark. */
export type Answer = { choices: string[]; words: string };

export const longestAnswer = 1000;
/** In a choice of several: none of them. */
export const none = 'none';

/** What can be chosen, id to text. */
export const choicesOf = (ask: Ask): Record<string, string> => {
	if (ask.kind === 'yes_no') return { yes: 'Ja', no: 'Nein' };
	if (ask.kind === 'confirm') return { done: ask.text };
	if (ask.kind === 'text') return {};
	return { ...Object.fromEntries(ask.options.map(({ id, text }) => [id, text])), ...(ask.several && { [none]: 'nichts davon' }) };
};

const sentences: Record<AskKind, string> = {
	yes_no: 'Bitte Ja oder Nein wählen.',
	confirm: 'Bitte bestätigen.',
	choose: 'Bitte eine Möglichkeit wählen.',
	text: 'Bitte ein paar Worte schreiben.'
};

/** What stands against this answer and at which field, or null. */
export function whyNotThis(ask: Ask, { choices, words }: Answer): { field: 'choice' | 'words'; message: string } | null {
	const offered = choicesOf(ask);
	if (ask.kind === 'text' && !words) return { field: 'words', message: sentences.text };
	if (ask.kind !== 'text' && !choices.length) return { field: 'choice', message: sentences[ask.kind] };
	if (choices.some((id) => !Object.hasOwn(offered, id)))
		return { field: 'choice', message: 'Diese Möglichkeit gibt es hier nicht. Bitte neu wählen.' };
	const isOne = ask.kind !== 'choose' || !ask.several;
	if (isOne && choices.length > 1) return { field: 'choice', message: 'Bitte nur eine Möglichkeit wählen.' };
	if (choices.includes(none) && choices.length > 1)
		return { field: 'choice', message: 'Entweder „nichts davon“ oder einzelne Möglichkeiten, beides zusammen geht nicht.' };
	return null;
}

/** The answer as people read it. */
export function answerText(ask: Ask, { choices, words }: Answer): string {
	const offered = choicesOf(ask);
	return [choices.map((id) => offered[id] ?? id).join(' · '), words].filter(Boolean).join(': ');
}

export type Askable = { ask: Ask | null; dueAt: Date | null; until: Date | null; withdrawnAt: Date | null };

/** Why nobody can answer this any more, or null. An answer that was given can be changed as long as this is null. */
export function whyNotAnswer({ ask, dueAt, until, withdrawnAt }: Askable, now: Date): { code: string; message: string } | null {
	if (!ask) return { code: 'nothing-asked', message: 'Hier ist nichts zu beantworten.' };
	if (withdrawnAt) return { code: 'ask-withdrawn', message: 'Diese Frage wurde zurückgezogen. Eine Antwort ist nicht mehr nötig.' };
	if (until && until <= now)
		return {
			code: 'seat-ended',
			message: 'Gefragt waren Sie für ein Amt, das beendet ist. Wer nachfolgt, findet die Frage in der Übergabe.'
		};
	if (dueAt && dueAt <= now)
		return {
			code: 'ask-due',
			message: 'Die Frist für diese Antwort ist vorbei. Bitte wenden Sie sich direkt an die Stelle, die gefragt hat.'
		};
	return null;
}
