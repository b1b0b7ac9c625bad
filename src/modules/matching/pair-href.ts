/** The page of a thing with one pair of it unfolded: the server reads `paar`, the browser jumps to the fragment. */
export const pairHref = (things: '/konto/gesuche' | '/buero/raeume' | '/konto/raeume', id: string, other: string): string =>
	`${things}/${id}/passung?paar=${other}#${other}`;

/** Where one returns to after acting on a pair: the same address with its filter, at the pair. */
export function backToPair(url: URL, other: string): string {
	const query = new URLSearchParams(url.search);
	query.delete('neu');
	query.set('paar', other);
	return `${url.pathname}?${query.toString()}#${encodeURIComponent(other)}`;
}
