export type GroupFilter = { q: string; page: number };

/** What somebody looks for among the groups, as it stands in an address: `q=werkstatt&seite=2`. */
export function readGroupFilter(params: URLSearchParams): GroupFilter {
	const page = Number(params.get('seite'));
	const q = (params.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100);
	return { q, page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1 };
}

export function groupsAddress({ q }: Pick<GroupFilter, 'q'>, page = 1): string {
	const params = new URLSearchParams({ ...(q && { q }), ...(page > 1 && { seite: String(page) }) });
	return `/gruppen${params.size ? `?${params.toString()}` : ''}`;
}
