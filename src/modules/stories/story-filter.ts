import { propertyTypes, uses, type PropertyType, type Use } from '#modules/properties/vocabulary.ts';

export type StoryFilter = { use: Use | null; propertyType: PropertyType | null; stateCode: string | null; page: number };

const wordOf = <K extends string>(words: Record<K, string>, value: string | null): K | null =>
	value !== null && Object.hasOwn(words, value) ? (value as K) : null;

/** What an address asks for; what it does not understand it leaves out. */
export function readStoryFilter(params: URLSearchParams): StoryFilter {
	const page = Number(params.get('seite') ?? 1);
	const stateCode = params.get('land');
	return {
		use: wordOf(uses, params.get('nutzung')),
		propertyType: wordOf(propertyTypes, params.get('art')),
		stateCode: stateCode !== null && /^(0[1-9]|1[0-6])$/.test(stateCode) ? stateCode : null,
		page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1
	};
}

export function storyAddress({ use, propertyType, stateCode }: StoryFilter, page = 1): string {
	const query = new URLSearchParams();
	if (use) query.set('nutzung', use);
	if (propertyType) query.set('art', propertyType);
	if (stateCode) query.set('land', stateCode);
	if (page > 1) query.set('seite', String(page));
	return query.size ? `/geschichten?${query}` : '/geschichten';
}
export const isFiltered = ({ use, propertyType, stateCode }: StoryFilter): boolean => Boolean(use || propertyType || stateCode);
