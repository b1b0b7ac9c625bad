/**
 * A pure function of a text that keeps its last answers: the cells of a list repeat themselves. Forgets everything when it is full, and never
 * keeps what hangs on a long text.
 */
export function remember<T>(answer: (text: string) => T, { most = 4000, longest = 100 } = {}): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		const had = known.get(text);
		if (had !== undefined) return had;
		const found = answer(text);
		if (text.length > longest) return found;
		if (known.size >= most) known.clear();
		known.set(text, found);
		return found;
	};
}
