import { diffWordsWithSpace } from 'diff';
import { partWords } from './part-words.ts';
import type { PartKind } from './parts.ts';
import type { Part } from './profile.ts';

/** A stretch of text in a comparison: kept, taken out, or put in. */
export type Stretch = { text: string; is: 'same' | 'out' | 'in' };
export type FieldChange = { label: string; stretches: Stretch[] };
export type PartChange = {
	id: string;
	kind: PartKind;
	name: string;
	is: 'added' | 'removed' | 'changed' | 'moved';
	fields: FieldChange[];
	hasNewFile: boolean;
};

/** Changes that only a space parts are one change: "zum Sommer" became "Ostern", not two words by turns. */
function joined(stretches: readonly Stretch[]): Stretch[] {
	const done: Stretch[] = [];
	let [out, fresh] = ['', ''];
	const flush = () => {
		if (out) done.push({ text: out, is: 'out' });
		if (fresh) done.push({ text: fresh, is: 'in' });
		[out, fresh] = ['', ''];
	};
	for (const [i, { text, is }] of stretches.entries()) {
		const isGap = is === 'same' && !text.trim() && (out || fresh) && stretches[i + 1] !== undefined;
		if (is === 'same' && !isGap) {
			flush();
			done.push({ text, is });
			continue;
		}
		if (is !== 'in') out += text;
		if (is !== 'out') fresh += text;
	}
	flush();
	return done;
}

/** The difference of two texts word by word. Long texts that share little are told as one block out, one in. */
export function wordsBetween(before: string, after: string): Stretch[] {
	const parts = diffWordsWithSpace(before, after, { timeout: 300 }) ?? [
		{ value: before, removed: true, added: false },
		{ value: after, removed: false, added: true }
	];
	return joined(parts.map(({ value, added, removed }) => ({ text: value, is: added ? 'in' : removed ? 'out' : 'same' })));
}

const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

function fieldsBetween(kind: PartKind, before: object, after: object): FieldChange[] {
	const [old, fresh] = [before as Record<string, unknown>, after as Record<string, unknown>];
	return Object.entries(partWords[kind].fields)
		.filter(([field]) => field !== 'picture' && asText(old[field]) !== asText(fresh[field]))
		.map(([field, { label }]) => ({ label, stretches: wordsBetween(asText(old[field]), asText(fresh[field])) }));
}

const nameOf = ({ data, kind }: Part): string =>
	partWords[kind].isSingle ? '' : 'title' in data ? data.title : 'name' in data ? data.name : 'alt' in data ? data.alt : '';

/** The order of a kind's parts among those that both sides know. */
const orderOf = (parts: readonly Part[], known: Set<string>, kind: PartKind): string[] =>
	parts
		.filter((part) => part.kind === kind && known.has(part.id))
		.sort((a, b) => a.position - b.position)
		.map(({ id }) => id);

/** What is different between two states of a profile, part by part, in the order of the page. */
export function changesBetween(before: readonly Part[], after: readonly Part[]): PartChange[] {
	const [old, fresh] = [new Map(before.map((part) => [part.id, part])), new Map(after.map((part) => [part.id, part]))];
	const both = new Set([...old.keys()].filter((id) => fresh.has(id)));
	return (Object.keys(partWords) as PartKind[]).flatMap((kind) => {
		const [was, now] = [orderOf(before, both, kind), orderOf(after, both, kind)];
		const ofKind = [...after, ...before.filter(({ id }) => !fresh.has(id))]
			.filter((part) => part.kind === kind)
			.sort((a, b) => a.position - b.position);
		return ofKind.flatMap((part): PartChange[] => {
			const [from, to] = [old.get(part.id), fresh.get(part.id)];
			const frame = { id: part.id, kind, name: nameOf(part), hasNewFile: from?.file?.key !== to?.file?.key };
			const fields = fieldsBetween(kind, from?.data ?? {}, to?.data ?? {});
			if (!from || !to) return [{ ...frame, is: to ? 'added' : 'removed', fields }];
			if (fields.length || frame.hasNewFile || pictureOf(from) !== pictureOf(to)) return [{ ...frame, is: 'changed', fields }];
			return was.indexOf(part.id) === now.indexOf(part.id) ? [] : [{ ...frame, is: 'moved', fields }];
		});
	});
}
const pictureOf = ({ data }: Part): string => ('picture' in data ? asText(data.picture) : '');
