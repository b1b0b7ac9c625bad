import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as forms from './forms.ts';
import { readStoryFilter, storyAddress } from './story-filter.ts';
import {
	storyStates,
	storyStepNames,
	whyNotPublish,
	whyNotStoryStep,
	whyNotTellCase,
	type StoryState,
	type StoryStep,
	type Told
} from './story.ts';

const allowed: Record<StoryState, StoryStep[]> = { draft: ['publish'], published: ['renew', 'withdraw'], withdrawn: ['publish'] };
const states = Object.keys(storyStates) as StoryState[];

test.for(states.flatMap((state) => storyStepNames.map((step) => [state, step] as const)))('a story that is %s: %s', ([state, step]) => {
	expect(whyNotStoryStep({ state, step })?.code ?? null).toBe(allowed[state].includes(step) ? null : 'not-from-here');
});

test('only what has ended is told, and not what went on elsewhere', () => {
	expect(whyNotTellCase({ state: 'closed', outcome: 'owner_declined' })).toBeNull();
	expect(whyNotTellCase({ state: 'matching', outcome: null })?.code).toBe('not-closed');
	expect(whyNotTellCase({ state: 'closed', outcome: 'merged' })?.code).toBe('merged');
});

const whole: Told = {
	...{ title: 'Ein Gasthof mit drei Schlüsseln', lead: 'Drei Geschwister, und am Ende ein Café.', lesson: '' },
	text: 'Lange wollte niemand den ersten Schritt tun. Dann saßen alle an einem Tisch, und die Stadt hörte zu.',
	turns: [{ hurdle: 'Keine Einigung', solution: 'Ein Gespräch' }],
	voices: [],
	picture: null,
	parties: [
		{ name: 'Hanna Lindner', email: 'hanna@erben.example', phone: '03331 55 0 17' },
		{ name: 'Werkhof Uckermark', email: null, phone: null }
	]
};
const codes = (over: Partial<Told>) => whyNotPublish({ ...whole, ...over }).map(({ code }) => code);

test('a story has a title, a few sentences, a hurdle, and a picture only with its words', () => {
	expect(codes({})).toEqual([]);
	expect(codes({ title: '', lead: 'folgt', text: 'kurz', turns: [] })).toEqual(['no-title', 'no-lead', 'no-text', 'no-turn']);
	expect(codes({ picture: { alt: '', credit: '' } })).toEqual(['no-alt', 'no-credit']);
	expect(codes({ picture: { alt: 'Der Gasthof im Regen', credit: 'Stadt Angermünde' } })).toEqual([]);
});

test('whoever took part is named only after releasing their own words, in whatever place the name stands', () => {
	for (const over of [
		{ text: `${whole.text} Frau LINDNER war skeptisch.` },
		{ lesson: 'Hanna Lindner hatte recht.' },
		{ turns: [{ hurdle: 'Der Werkhof  Uckermark war zu früh', solution: 'Warten' }] },
		{ title: 'Lindner gegen Lindner' }
	])
		expect(codes(over)).toEqual(['named']);
	expect(codes({ text: `${whole.text} Anruf unter 03331 55 0 17.` })).toEqual(['contact']);
	expect(codes({ text: `${whole.text} Vom Lindnerschen Hof war nie die Rede.` })).toEqual([]);
	const voice = { text: 'Es geht.', name: 'Hanna Lindner', role: 'Eigentümerin' };
	const named = { text: `${whole.text} Hanna Lindner sagte zu.` };
	expect(codes({ ...named, voices: [{ ...voice, releasedAt: null }] })).toEqual(['named']);
	expect(codes({ ...named, voices: [{ ...voice, releasedAt: new Date() }] })).toEqual([]);
});

test('no address of the list is too strange, and it leads back to itself', () => {
	fc.assert(
		fc.property(fc.record({ nutzung: fc.string(), art: fc.string(), land: fc.string(), seite: fc.string() }), (typed) => {
			const filter = readStoryFilter(new URLSearchParams(typed));
			const again = readStoryFilter(new URL(storyAddress(filter, filter.page), 'https://x.example').searchParams);
			expect(again).toEqual(filter);
		})
	);
	expect(readStoryFilter(new URLSearchParams('nutzung=gastronomy&art=inn&land=12'))).toEqual({
		...{ use: 'gastronomy', propertyType: 'inn', stateCode: '12', page: 1 }
	});
});

test.for(Object.entries(forms).filter(([name]) => name.endsWith('Form')))('%s takes whatever is typed', ([, schema]) => {
	const typed = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '\0'), fc.array(fc.string()));
	const names = fc.constantFrom('title', 'text', 'turnId', 'hurdle', 'voiceId', 'how', 'step', 'placeId', 'use', 'caseId');
	fc.assert(
		fc.property(fc.dictionary(names, typed), (values) => {
			const { success, error } = (schema as typeof forms.beginForm).safeParse(values);
			expect(success || error.issues.every(({ message }) => message.length > 3)).toBe(true);
		})
	);
});
