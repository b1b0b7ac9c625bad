import { isPlaceholder } from '#lib/text/placeholder.ts';
import type { Outcome } from '#modules/cases/case.ts';
import type { PropertyType, Use } from '#modules/properties/vocabulary.ts';

/** What an office tells of a case that has ended: how it went, what stood in the way, and what helped. */

export const storyStates = { draft: 'Entwurf', published: 'veröffentlicht', withdrawn: 'zurückgezogen' } as const;
export type StoryState = keyof typeof storyStates;

export type StoryStep = 'publish' | 'renew' | 'withdraw';
export const storySteps: Record<StoryStep, { from: readonly StoryState[]; to: StoryState; text: string }> = {
	publish: { from: ['draft', 'withdrawn'], to: 'published', text: 'Veröffentlichen' },
	renew: { from: ['published'], to: 'published', text: 'Änderungen veröffentlichen' },
	withdraw: { from: ['published'], to: 'withdrawn', text: 'Zurückziehen' }
};
export const storyStepNames = Object.keys(storySteps) as StoryStep[];

export type Refused = { code: string; message: string; field?: string };

export function whyNotStoryStep({ state, step }: { state: StoryState; step: StoryStep }): Refused | null {
	const { from, text } = storySteps[step];
	if (from.includes(state)) return null;
	return { code: 'not-from-here', message: `Die Geschichte ist im Stand „${storyStates[state]}“. „${text}“ geht von dort aus nicht.` };
}

/** Only a case that has ended can be told, and only one that came to something or taught something. */
export function whyNotTellCase({ state, outcome }: { state: string; outcome: Outcome | null }): Refused | null {
	if (state !== 'closed' || !outcome)
		return { code: 'not-closed', message: 'Erzählt wird ein Fall, der abgeschlossen ist. Bitte zuerst sagen, wie es ausging.' };
	if (outcome === 'merged')
		return { code: 'merged', message: 'Dieser Fall ist mit einem anderen zusammengelegt. Bitte dort erzählen, wie es weiterging.' };
	return null;
}

/** A hurdle or a mistake, and what helped. */
export type Turn = { hurdle: string; solution: string };
export type Voice = { text: string; name: string; role: string };
export type Picture = { key: string; width: number; height: number; alt: string; credit: string };

/** What everybody reads. An allow-list: nothing else of the case ever gets here. */
export type StoryPage = {
	slug: string;
	title: string;
	lead: string;
	text: string;
	lesson: string;
	outcome: Outcome;
	turns: Turn[];
	voices: Voice[];
	picture: Picture | null;
	use: Use | null;
	propertyType: PropertyType;
	municipality: { name: string; slug: string; state: string };
	place: { slug: string; name: string } | null;
	isDemo: boolean;
	publishedAt: string;
};

export type Told = {
	title: string;
	lead: string;
	text: string;
	lesson: string;
	turns: readonly Turn[];
	voices: readonly (Voice & { releasedAt: Date | null })[];
	picture: Omit<Picture, 'key' | 'width' | 'height'> | null;
	/** Names of those who took part in the case, and mail addresses and telephone numbers of theirs. */
	parties: readonly { name: string; email: string | null; phone: string | null }[];
};

const folded = (text: string) => text.toLocaleLowerCase('de').replace(/\s+/g, ' ');

/** The words of a name that give somebody away: the whole of it, and a family name of four letters or more. */
function namesOf(name: string): string[] {
	const whole = folded(name).trim();
	const last = whole.split(' ').at(-1) ?? '';
	return [whole, last].filter((word) => word.length > 3);
}

const hasWord = (text: string, word: string) =>
	new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\p{L}\\p{N}])`, 'u').test(text);

/** Whoever took part in the case and is named, without having released a word of their own. */
function namedWithoutRelease({ title, lead, text, lesson, turns, voices, parties, picture }: Told): Refused[] {
	const words = [title, lead, text, lesson, ...turns.flatMap(({ hurdle, solution }) => [hurdle, solution]), picture?.alt ?? ''];
	const whole = folded([...words, ...voices.filter((voice) => voice.releasedAt).map((voice) => voice.text)].join('\n'));
	const released = voices.filter(({ releasedAt }) => releasedAt).map(({ name }) => folded(name).trim());
	return parties.flatMap(({ name, email, phone }): Refused[] => {
		const contact = [email, phone].find((one) => one && one.length > 4 && whole.includes(folded(one)));
		if (contact)
			return [{ code: 'contact', message: `Im Text steht „${contact}“. Kontaktdaten von Beteiligten gehören nicht in eine Geschichte.` }];
		if (released.includes(folded(name).trim()) || !namesOf(name).some((word) => hasWord(whole, word))) return [];
		return [{ code: 'named', message: `Der Text nennt „${name}“. Bitte ohne Namen erzählen, oder mit einer Stimme, die freigegeben ist.` }];
	});
}

/** Everything that stands against publishing, each with what to do. */
export function whyNotPublish(told: Told): Refused[] {
	const { title, lead, text, turns, picture } = told;
	const missing: [string, string, number, string][] = [
		['title', title, 5, 'Bitte einen Titel geben.'],
		['lead', lead, 20, 'Bitte in ein, zwei Sätzen sagen, was gelang.'],
		['text', text, 80, 'Bitte erzählen, wie es ging: mindestens ein paar Sätze.']
	];
	const gaps = missing
		.filter(([, words, least]) => words.trim().length < least || isPlaceholder(words))
		.map(([field, , , message]): Refused => ({ code: `no-${field}`, message, field }));
	if (!turns.length)
		gaps.push({ code: 'no-turn', message: 'Bitte mindestens eine Hürde nennen und was half. Davon lernen die anderen am meisten.' });
	if (picture && (picture.alt.trim().length < 5 || isPlaceholder(picture.alt)))
		gaps.push({ code: 'no-alt', message: 'Bitte das Bild beschreiben, für alle, die es nicht sehen.', field: 'alt' });
	if (picture && !picture.credit.trim()) gaps.push({ code: 'no-credit', message: 'Bitte sagen, von wem das Bild ist.', field: 'credit' });
	return [...gaps, ...namedWithoutRelease(told)];
}

/** How much light the house of a story has, 0 to 1: not all of them ended well. */
export const litOf = (outcome: Outcome): number =>
	outcome === 'owner_declined' || outcome === 'no_match' || outcome === 'withdrawn' ? 0.15 : outcome === 'interim_use' ? 0.6 : 0.9;
