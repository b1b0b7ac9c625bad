import type { PartData, PartKind } from '#modules/profiles/parts.ts';
import type { PropertyType } from '#modules/properties/vocabulary.ts';

/** An invented profile of a real municipality as it is told, before it becomes rows. Only the register's numbers are real. */

/** What a picture of the demo is drawn of. */
export type DemoDrawing = { of: 'street' | PropertyType; at: 'day' | 'evening'; seed: string };

export type DemoPart = {
	[K in PartKind]: { kind: K; data: PartData<K>; released?: boolean; note?: string; drawing?: DemoDrawing; bells?: true };
}[PartKind];

export type DemoProfile = {
	/** Eight digits: a municipality; five: a county. */
	code: string;
	parts: DemoPart[];
	/** An earlier version said other words: texts by the heading of their part. */
	before?: Record<string, string>;
	/** What the draft says by now, not yet public. */
	after?: Record<string, string>;
};

export const intro = (title: string, text: string): DemoPart => ({ kind: 'intro', data: { title, text } });
export const frame = (data: PartData<'frame'>): DemoPart => ({ kind: 'frame', data });
export const fact = (title: string, text?: string): DemoPart => ({ kind: 'fact', data: { title, text } });
export const standing = (title: string, text: string): DemoPart => ({ kind: 'standing', data: { title, text } });
export const next = (title: string, text: string): DemoPart => ({ kind: 'next', data: { title, text } });
export const project = (title: string, house: PartData<'project'>['house'], { year, text }: { year: number; text: string }): DemoPart => ({
	kind: 'project',
	data: { title, house, year, text }
});
export const voice = (name: string, task: string, text: string): DemoPart => ({
	kind: 'voice',
	data: { text, name, function: task },
	released: true,
	note: 'Erfundene Person, erfundener Satz.'
});
export const picture = (drawing: DemoDrawing, alt: string, caption: string): DemoPart => ({
	kind: 'picture',
	data: { alt, caption, credit: 'gezeichnet, Beispieldaten' },
	drawing
});
