import { germanDay } from '#lib/text/german.ts';
import { contentKinds, type ContentKind } from '#modules/people/content.ts';
import type { Reason } from './matter.ts';

/** What the operator may decide about content, and what the statement of reasons says of it (Art. 17 DSA). */

export const measures = {
	none: { text: 'Keine Maßnahme', told: 'Der Inhalt bleibt.', restricts: false, hides: false },
	gone: {
		text: 'Schon nicht mehr zu sehen',
		told: 'Der Inhalt ist nicht mehr zu sehen; es war nichts weiter zu tun.',
		restricts: false,
		hides: false
	},
	warn: { text: 'Verwarnen', told: 'Der Inhalt bleibt, wer ihn veröffentlicht hat, ist verwarnt.', restricts: true, hides: false },
	hide: { text: 'Ausblenden', told: 'Der Inhalt ist ausgeblendet.', restricts: true, hides: true },
	bar: {
		text: 'Ausblenden, und von diesem Konto eine Zeit lang nichts veröffentlichen',
		told: 'Der Inhalt ist ausgeblendet, und von dem Konto wird eine Zeit lang nichts veröffentlicht.',
		restricts: true,
		hides: true
	}
} as const;
export type Measure = keyof typeof measures;
export const measureTexts = Object.fromEntries(Object.entries(measures).map(([key, { text }]) => [key, text])) as Record<Measure, string>;

export const grounds = {
	law: 'Der Inhalt verstößt gegen ein Gesetz',
	rule: 'Der Inhalt verstößt gegen die Regeln dieser Plattform'
} as const;
export type Ground = keyof typeof grounds;

/** Where words come from nobody has to invent: starting points, to be completed. */
export const templates: { title: string; ground: Ground; clause: string; facts: string }[] = [
	{
		title: 'Persönliche Daten',
		ground: 'law',
		clause: 'Art. 6 Abs. 1 DSGVO: Für das Veröffentlichen dieser Daten gibt es keine Rechtsgrundlage.',
		facts:
			'Auf der Seite stehen Angaben, mit denen ein Mensch zu erkennen ist, nämlich … Dass die Person einverstanden ist, ist nicht zu erkennen.'
	},
	{
		title: 'Fremdes Bild',
		ground: 'law',
		clause: '§ 19a UrhG: Öffentlich zeigen darf ein Werk nur, wer das Recht dazu hat.',
		facts: 'Das Bild … stammt nach dem Hinweis von jemand anderem. Eine Erlaubnis ist nicht angegeben.'
	},
	{
		title: 'Falsches Angebot',
		ground: 'rule',
		clause: 'Regel 2: Was hier steht, stimmt.',
		facts: 'Die Seite bietet … an. Nach unserer Prüfung gibt es das so nicht, denn …'
	},
	{
		title: 'Beleidigung',
		ground: 'rule',
		clause: 'Regel 1: Wir gehen achtsam miteinander um.',
		facts: 'Der Text nennt … und setzt diese Menschen herab mit den Worten …'
	}
];

export type DecisionInput = {
	measure: Measure;
	ground?: Ground;
	clause?: string;
	facts?: string;
	scope?: string;
	/** ISO day: the last day of the measure; without it the measure has no end of its own. */
	until?: string;
};

const longestBarDays = 366;

/** What stands against a decision as it is written, or null. `hasAccount`: whether an account stands behind the content. */
export function whyNotDecide(input: DecisionInput, { today, hasAccount }: { today: string; hasAccount: boolean }): Reason | null {
	const missing = (field: string, message: string): Reason => ({ code: 'decision-incomplete', message, field });
	if (!input.facts?.trim()) return missing('facts', 'Bitte sagen, worauf die Entscheidung beruht.');
	if (!measures[input.measure].restricts) return null;
	if (!input.ground) return missing('ground', 'Bitte sagen, ob es um ein Gesetz oder eine Regel der Plattform geht.');
	if (!input.clause?.trim()) return missing('clause', 'Bitte die Vorschrift oder Regel nennen, und warum sie verletzt ist.');
	if (input.until && input.until <= today) return missing('until', 'Bitte einen Tag in der Zukunft wählen, oder das Feld leer lassen.');
	if (input.measure !== 'bar') return null;
	if (!hasAccount) return missing('measure', 'Hinter diesem Inhalt steht kein einzelnes Konto. Bitte nur ausblenden.');
	if (!input.until) return missing('until', 'Bitte sagen, bis wann von dem Konto nichts veröffentlicht wird.');
	const days = (Date.parse(input.until) - Date.parse(today)) / 86_400_000;
	return days > longestBarDays ? missing('until', 'Länger als ein Jahr geht nicht.') : null;
}

/** What is restricted, how far, and how long: in words for whoever is affected. */
export function measureSentence({ measure, kind, until }: { measure: Measure; kind: ContentKind; until: Date | null }): string {
	const what = contentKinds[kind];
	const end = until ? `bis einschließlich ${germanDay(until)}` : 'ohne festes Ende, bis wir anders entscheiden';
	if (measure === 'warn') return `Verwarnung. Der Inhalt (${what}) bleibt zu sehen; nichts wird eingeschränkt.`;
	if (measure === 'hide')
		return `Der Inhalt (${what}) ist für alle ausgeblendet, ${end}. Gelöscht ist er nicht${kind === 'message' ? '' : '; bearbeiten können Sie ihn weiter'}.`;
	if (measure === 'bar')
		return `Der Inhalt (${what}) ist für alle ausgeblendet, und von dem Konto, das ihn eingetragen hat, wird nichts veröffentlicht, ${end}. Nichts ist gelöscht.`;
	return measures[measure].told;
}

export const automatedSentence =
	'Automatische Mittel wurden weder zum Auffinden noch zum Entscheiden benutzt. Geprüft und entschieden hat ein Mensch.';
/** Art. 53 and Art. 9 ff. stay what they are: what is open beside the complaint. */
export const redressSentences = [
	'Unabhängig davon steht der Weg zu den Gerichten offen.',
	'Beschwerden darüber, wie diese Plattform mit dem Digital Services Act umgeht, nimmt die Koordinierungsstelle für digitale Dienste bei der Bundesnetzagentur entgegen (Art. 53 der Verordnung (EU) 2022/2065).'
];
